package org.nuanxin.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitizenIdTest {

    @Test
    void birthDateAndSexAreInside() {
        CitizenId id = new CitizenId("11010519491231002X");
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
        assertThat(id.toString()).doesNotContain("1949");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11010519491231002|LENGTH",
                "110105194912310O2X|CHARACTERS",
                "110105194913310021|BIRTH_DATE",
                "110105194902300022|BIRTH_DATE",
                "110105194912310021|CHECK_DIGIT",
            })
    void theFaultIsNamed(String text, CitizenId.Fault fault) {
        assertThat(CitizenId.fault(text)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"'１１０１０５１９４９１２３１００２ｘ'", "'110105 19491231 002x'", "\"'11010519491231002X\"", "'110105　19491231002X'"})
    void howPeopleTypeItIsAccepted(String typed) {
        assertThat(CitizenId.normalise(typed.replace("\"", ""))).isEqualTo("11010519491231002X");
        assertThat(CitizenId.fault(CitizenId.normalise(typed.replace("\"", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"曾美珠,zengmeizhu,zmz", "单雄信,shanxiongxin,sxx", "张艺,zhangyi,zy", "欧阳修,ouyangxiu,oyx"})
    void namesSoundAsNames(String name, String pinyin, String initials) {
        assertThat(Pinyin.of(name)).isEqualTo(pinyin);
        assertThat(Pinyin.initials(name)).isEqualTo(initials);
    }

    @Test
    void moneyRoundsHalfUpToTheFen() {
        assertThat(new Money(new BigDecimal("0.125")).yuan()).isEqualByComparingTo("0.13");
        assertThat(Money.yuan(3).minus(new Money(new BigDecimal("3.01"))).isNegative())
                .isTrue();
    }
}
