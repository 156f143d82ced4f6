package io.depository.house.bad.examination;

class DateHelper {}
