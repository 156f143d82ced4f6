package io.depository.house.bad.examination;

class ReadsTheDate {
    java.util.Date now() {
        return new java.util.Date();
    }
}
