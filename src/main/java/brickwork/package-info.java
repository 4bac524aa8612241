/**
 * Brickwork: a language for neural networks and the toolkit that proves what they do. {@link brickwork.Brickwork} is the door for programs
 * that embed it.
 *
 * <p>Text → tree → model → plan → engine → verdict: each package is one stage, makes one family of immutable values, and imports only from
 * the stages above it.
 *
 * <table>
 * <caption>The stages</caption>
 * <tr><th>package</th><th>door</th><th>what it does</th></tr>
 * <tr><td>{@code source}</td><td>{@code SourceText}</td><td>text, places in it, diagnostics and how they are shown</td></tr>
 * <tr><td>{@code random}</td><td>{@code RandomStream}</td><td>counted random numbers, a named stream for each use</td></tr>
 * <tr><td>{@code model}</td><td>{@code Specification}</td><td>what a spec means, with every default shown; the words of the
 * language</td></tr>
 * <tr><td>{@code syntax}</td><td>{@code SpecParser}</td><td>text to tree; formatter and printer</td></tr>
 * <tr><td>{@code check}</td><td>{@code Checker}</td><td>tree to specification, or every fault</td></tr>
 * <tr><td>{@code data}</td><td>{@code DataLibrary}</td><td>samples, their parts and their scaling</td></tr>
 * <tr><td>{@code plan}</td><td>{@code Planner}</td><td>specification to the list of steps of a training step, with the order of every
 * sum</td></tr>
 * <tr><td>{@code kernel}</td><td>{@code KernelChoice}</td><td>the arithmetic: scalar kernels define it, {@code kernel.simd} repeats its
 * bits</td></tr>
 * <tr><td>{@code engine}</td><td>{@code EngineOptions}</td><td>a plan over real buffers: predict, evaluate, differentiate, step,
 * probe</td></tr>
 * <tr><td>{@code train}</td><td>{@code Trainer}</td><td>epochs of something that learns, schedules, stops, history</td></tr>
 * <tr><td>{@code store}</td><td>{@code ModelFile}, {@code RunFolder}</td><td>weights, models, checkpoints, and where they came
 * from</td></tr>
 * <tr><td>{@code exchange}</td><td>{@code OnnxExport}, {@code ModelImport}</td><td>networks of other programs</td></tr>
 * <tr><td>{@code verify}</td><td>{@code Verifier}</td><td>checks and verdicts, gradient check, health, trace</td></tr>
 * <tr><td>{@code report}</td><td>{@code TextReport}, {@code JsonReport}</td><td>results as text, JSON, XML and pictures</td></tr>
 * <tr><td>{@code junit}, {@code cucumber}, {@code cli}</td><td></td><td>adapters on this package</td></tr>
 * </table>
 */
package brickwork;
