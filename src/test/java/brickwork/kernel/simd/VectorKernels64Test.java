package brickwork.kernel.simd;

import brickwork.kernel.KernelAgreement64Test;
import brickwork.kernel.Kernels64;

class VectorKernels64Test extends KernelAgreement64Test {

    @Override
    protected Kernels64 kernels() {
        return new VectorKernels64();
    }
}
