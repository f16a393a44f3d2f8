package org.nuanxin.demo;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.nuanxin.account.Accounts;
import org.nuanxin.account.Accounts.NewAccount;
import org.nuanxin.account.DemoAccount;
import org.nuanxin.account.Department;
import org.nuanxin.account.Role;
import org.nuanxin.region.Regions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;

/** One account a role, shown on the sign-in page; in the demonstration profile only. */
@Configuration(proxyBeanMethods = false)
@OnDemoDatabase
class DemoAccounts {

    /** Of every demonstration account; it opens invented records only. */
    static final String PASSWORD = "nuanxin-2026";

    /** An account of the demonstration. */
    record Demo(String username, String name, Department department, Role role, String regionCode, boolean offered) {}

    static final List<Demo> ACCOUNTS = List.of(
            new Demo("jingban", "陈雅琴", Department.CIVIL_AFFAIRS, Role.CASEWORKER, "350502000000", true),
            new Demo("anxi", "林志远", Department.CIVIL_AFFAIRS, Role.CASEWORKER, "350524000000", true),
            new Demo("jisheng", "苏丽清", Department.FPA, Role.FPA_STAFF, "350502005000", true),
            new Demo("shenhe", "黄国平", Department.CIVIL_AFFAIRS, Role.APPROVER, "350502000000", true),
            new Demo("zhengce", "王慧敏", Department.CIVIL_AFFAIRS, Role.POLICY_ADMIN, "350500000000", true),
            new Demo("caiwu", "吴美玲", Department.FINANCE, Role.FINANCE, "350502000000", true),
            new Demo("xitong", "郑家豪", Department.CIVIL_AFFAIRS, Role.SYSTEM_ADMIN, "350500000000", true),
            new Demo("shenji", "许文博", Department.CIVIL_AFFAIRS, Role.AUDITOR, "350500000000", true),
            new Demo("jinjiang", "庄晓燕", Department.CIVIL_AFFAIRS, Role.CASEWORKER, "350582000000", false),
            new Demo("nanan", "傅建国", Department.CIVIL_AFFAIRS, Role.CASEWORKER, "350583000000", false),
            new Demo("huian", "骆小红", Department.CIVIL_AFFAIRS, Role.CASEWORKER, "350521000000", false),
            new Demo("shenhe-shi", "蔡明辉", Department.CIVIL_AFFAIRS, Role.APPROVER, "350500000000", false));

    /** The services' clock; it can be told to live through a past day. */
    @Bean
    @Primary
    DemoClock demoClock(@Qualifier("clock") Clock clock) {
        return new DemoClock(clock);
    }

    @Bean
    @Order(1)
    ApplicationRunner demonstrationAtFirstStart(Accounts accounts, Regions regions, Demonstration demonstration) {
        return arguments -> {
            if (accounts.isEmpty()) {
                for (Demo demo : ACCOUNTS) {
                    accounts.create(
                            new NewAccount(
                                    demo.username(), demo.name(), demo.department(), Set.of(demo.role()), PASSWORD),
                            regions.byCode(demo.regionCode()).path());
                }
                demonstration.make();
            }
        };
    }

    @Bean
    List<DemoAccount> offeredDemoAccounts() {
        return ACCOUNTS.stream()
                .filter(Demo::offered)
                .map(demo -> new DemoAccount(demo.username(), PASSWORD, "demo.account." + demo.username()))
                .toList();
    }
}
