package brickwork.data;

/** How rows lie in what a source gives at a time. */
interface RowBlock<B> {

    /** A row by itself. */
    RowBlock<double[]> ROW = new RowBlock<>() {
        @Override
        public int rows(double[] block) {
            return 1;
        }

        @Override
        public int width(double[] block, int row) {
            return block.length;
        }

        @Override
        public void copy(double[] block, int row, int from, double[] into) {
            System.arraycopy(block, from, into, 0, into.length);
        }
    };

    /** Rows of doubles. */
    RowBlock<double[][]> DOUBLES = new RowBlock<>() {
        @Override
        public int rows(double[][] block) {
            return block.length;
        }

        @Override
        public int width(double[][] block, int row) {
            return block[row].length;
        }

        @Override
        public void copy(double[][] block, int row, int from, double[] into) {
            System.arraycopy(block[row], from, into, 0, into.length);
        }
    };

    /** Rows of floats. */
    RowBlock<float[][]> FLOATS = new RowBlock<>() {
        @Override
        public int rows(float[][] block) {
            return block.length;
        }

        @Override
        public int width(float[][] block, int row) {
            return block[row].length;
        }

        @Override
        public void copy(float[][] block, int row, int from, double[] into) {
            for (var i = 0; i < into.length; i++) {
                into[i] = block[row][from + i];
            }
        }
    };

    int rows(B block);

    int width(B block, int row);

    /** Fills {@code into} with the numbers of a row from {@code from} on. */
    void copy(B block, int row, int from, double[] into);
}
