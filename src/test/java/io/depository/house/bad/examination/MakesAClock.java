package io.depository.house.bad.examination;

class MakesAClock {
    java.time.Clock clock() {
        return java.time.Clock.systemUTC();
    }
}
