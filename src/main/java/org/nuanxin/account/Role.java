package org.nuanxin.account;

/** What an account does; the region of its grant says for which families. */
public enum Role {
    /** 经办人 welfare caseworker */
    CASEWORKER,
    /** 计生协会工作人员 family planning association staff */
    FPA_STAFF,
    /** 审核人 */
    APPROVER,
    /** 政策管理员 */
    POLICY_ADMIN,
    /** 财务: money, no health, no notes */
    FINANCE,
    /** 系统管理员: accounts and regions, no family records */
    SYSTEM_ADMIN,
    /** 安全审计员: the audit trail, no family records */
    AUDITOR;

    public String authority() {
        return "ROLE_" + name();
    }
}
