/**
 * The figures by which a network is measured: what each one is stands where it is computed. Another takes its word in
 * {@link brickwork.model.Metric}, its computation, and its place in {@link brickwork.train.metric.PartEvaluation}.
 */
package brickwork.train.metric;
