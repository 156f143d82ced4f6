package io.depository.house.bad.treaty;

class AsksSpring {
    boolean isText(String text) {
        return org.springframework.util.StringUtils.hasText(text);
    }
}
