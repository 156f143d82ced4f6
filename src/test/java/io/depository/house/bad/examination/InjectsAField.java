package io.depository.house.bad.examination;

class InjectsAField {
    @org.springframework.beans.factory.annotation.Autowired
    Object injected;
}
