/** Local mode: everything that the depository needs, in one process and one folder, for trying it and for tests. */
package io.depository.local;
