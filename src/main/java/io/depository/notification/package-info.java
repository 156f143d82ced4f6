/** What a party says, pure: the notification, the named rules that examine it, outcomes and codes. */
@org.jspecify.annotations.NullMarked
package io.depository.notification;
