package org.nuanxin.common;

import java.util.List;

/** A feature's entries in the menu; the shell gathers them. */
public interface MenuContributor {

    List<MenuItem> menuItems();
}
