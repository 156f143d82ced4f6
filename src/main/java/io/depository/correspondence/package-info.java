/** The wording of acknowledgements and circulars, in JSON and in Russian and English text. */
@org.jspecify.annotations.NullMarked
package io.depository.correspondence;
