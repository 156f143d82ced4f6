package io.depository.house.bad.inbox;

class AsksTheOutbox {
    Object post() {
        return new io.depository.house.bad.outbox.Post();
    }
}
