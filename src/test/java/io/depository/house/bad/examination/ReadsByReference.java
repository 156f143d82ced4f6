package io.depository.house.bad.examination;

class ReadsByReference {
    java.util.function.Supplier<java.time.LocalDate> today() {
        return java.time.LocalDate::now;
    }
}
