package org.nuanxin.care;

/** Where a task stands; FULFILLED_OTHERWISE is care 按其意愿, counted apart. */
public enum TaskStatus {
    OPEN,
    DONE,
    FULFILLED_OTHERWISE,
    CANCELLED
}
