package io.depository.house.bad.examination;

class ReadsTheInstant {
    long now() {
        return java.time.Instant.now().toEpochMilli();
    }
}
