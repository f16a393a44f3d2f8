package org.nuanxin.family;

import java.util.Set;
import org.nuanxin.account.Role;

/**
 * Something that can be done with the families ticked in the list. The list sends their ids as {@code id} by GET to
 * {@link #path()}, whose page says what will happen before anything is written.
 */
public interface BulkAct {

    /** Message key of the button. */
    String label();

    String icon();

    String path();

    int order();

    Set<Role> roles();
}
