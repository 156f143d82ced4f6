package io.depository.house.bad.reading;

class AsksCamel {
    Object body(org.apache.camel.Exchange exchange) {
        return exchange.getMessage().getBody();
    }
}
