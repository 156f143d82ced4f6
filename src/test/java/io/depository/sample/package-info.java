/**
 * A ministry's side of the exchange, as an example for whoever builds one: it signs a notification, sends it by the
 * channel asked for and reads what the depository answers. Uses public clients only: JMS, Jakarta Mail and files.
 */
package io.depository.sample;
