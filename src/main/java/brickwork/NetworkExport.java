package brickwork;

import brickwork.exchange.OnnxExport;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import brickwork.store.TensorNames;
import brickwork.store.WeightsFile;
import java.nio.file.Path;
import java.util.List;

/** A trained network on its way to other programs. Each file is there as a whole or not at all. */
public final class NetworkExport {

    private final ModelFile model;

    NetworkExport(ModelFile model) {
        this.model = model;
    }

    /**
     * Writes the network with its scaling as an ONNX file, with the operators of version {@value OnnxExport#STANDARD_OPSET}.
     *
     * @return what a user should know: numbers of a double precision network that ONNX holds in single precision; often none
     * @throws BrokenFileException   where it cannot be written
     * @throws IllegalStateException where a layer has a function of the host program, which ONNX cannot say
     */
    public List<String> onnx(Path file) {
        return onnx(file, OnnxExport.STANDARD_OPSET);
    }

    /**
     * The same with another version of ONNX's operators.
     *
     * @param opset from {@value OnnxExport#OLDEST_OPSET} to {@value OnnxExport#NEWEST_OPSET}
     * @throws IllegalArgumentException where there is no such version
     */
    public List<String> onnx(Path file, int opset) {
        var unsayable = OnnxExport.unsayable(model);
        if (unsayable.isPresent()) {
            throw new IllegalStateException("ONNX cannot say `" + unsayable.get() + "`, a function of the host program");
        }
        return OnnxExport.write(model, opset, file);
    }

    /**
     * Writes weights and biases alone as a safetensors file under the names that another program has for them.
     *
     * @throws BrokenFileException      where it cannot be written
     * @throws IllegalArgumentException where there is no pattern for a tensor, or two would have the same name
     */
    public void weights(Path file, TensorNames names) {
        WeightsFile.write(file, model.network(), model.parameters(), names);
    }
}
