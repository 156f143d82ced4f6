package io.depository.treaty;

import java.time.LocalDate;

/** Days with their weekday in the name, so that a table can be checked against a calendar on the wall. */
final class Days {

    static final LocalDate MON_2026_02_02 = LocalDate.of(2026, 2, 2);
    static final LocalDate TUE_2026_02_03 = LocalDate.of(2026, 2, 3);
    static final LocalDate WED_2026_02_04 = LocalDate.of(2026, 2, 4);
    static final LocalDate SUN_2026_03_01 = LocalDate.of(2026, 3, 1);
    static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    static final LocalDate THU_2026_03_05 = LocalDate.of(2026, 3, 5);
    static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);
    static final LocalDate SAT_2026_03_07 = LocalDate.of(2026, 3, 7);
    static final LocalDate TUE_2026_03_10 = LocalDate.of(2026, 3, 10);
    static final LocalDate FRI_2026_03_20 = LocalDate.of(2026, 3, 20);
    static final LocalDate SAT_2026_03_28 = LocalDate.of(2026, 3, 28);
    static final LocalDate SUN_2026_03_29 = LocalDate.of(2026, 3, 29);
    static final LocalDate WED_2026_04_01 = LocalDate.of(2026, 4, 1);
    static final LocalDate THU_2026_04_02 = LocalDate.of(2026, 4, 2);
    static final LocalDate FRI_2026_04_03 = LocalDate.of(2026, 4, 3);
    static final LocalDate SAT_2026_04_04 = LocalDate.of(2026, 4, 4);
    static final LocalDate SUN_2026_04_05 = LocalDate.of(2026, 4, 5);
    static final LocalDate MON_2026_04_06 = LocalDate.of(2026, 4, 6);
    static final LocalDate THU_2026_04_09 = LocalDate.of(2026, 4, 9);
    static final LocalDate FRI_2026_04_10 = LocalDate.of(2026, 4, 10);
    static final LocalDate SUN_2026_04_19 = LocalDate.of(2026, 4, 19);
    static final LocalDate MON_2026_05_04 = LocalDate.of(2026, 5, 4);
    static final LocalDate WED_2026_06_03 = LocalDate.of(2026, 6, 3);
    static final LocalDate MON_2026_08_31 = LocalDate.of(2026, 8, 31);
    static final LocalDate TUE_2026_09_01 = LocalDate.of(2026, 9, 1);
    static final LocalDate SAT_2027_02_27 = LocalDate.of(2027, 2, 27);
    static final LocalDate SUN_2027_02_28 = LocalDate.of(2027, 2, 28);
    static final LocalDate MON_2027_03_01 = LocalDate.of(2027, 3, 1);
    static final LocalDate WED_2027_06_30 = LocalDate.of(2027, 6, 30);
    static final LocalDate THU_2027_07_01 = LocalDate.of(2027, 7, 1);
    static final LocalDate SAT_2027_07_31 = LocalDate.of(2027, 7, 31);
    static final LocalDate THU_2025_06_05 = LocalDate.of(2025, 6, 5);

    private Days() {}
}
