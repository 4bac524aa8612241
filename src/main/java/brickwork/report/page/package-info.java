/**
 * Reports as one HTML file each: values in, a document out. A page asks for nothing over the network, which its content security policy
 * says too, is read without script and printed as it is, and holds its figures once more as JSON. With script, curves show the numbers
 * under the pointer.
 */
package brickwork.report.page;
