package io.depository.house.bad.examination;

class Sleeps {
    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
