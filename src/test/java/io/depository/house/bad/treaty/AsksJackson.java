package io.depository.house.bad.treaty;

class AsksJackson {
    String text(tools.jackson.databind.JsonNode node) {
        return node.asString();
    }
}
