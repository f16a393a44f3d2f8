package org.nuanxin.roster;

/** A unit of the tree of regions, by its official name. */
record Place(String name, String path) {}
