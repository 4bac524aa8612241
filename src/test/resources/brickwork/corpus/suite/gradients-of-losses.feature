Feature: Gradients of every loss and penalty

  Scenario Outline: the backward gradient of <case>, computed by <kernels> kernels, agrees with a numeric one
    Given the spec:
      """
      data <data>
      scale standard
      layer 2 -> 5 tanh bias normal 0.3 -> 3 <last> bias normal 0.3
      loss <loss>
      """
    And the <kernels> kernels
    Then the gradcheck diff of the penalty is below 1e-12
    And the gradcheck diff is below 1e-7
    And the gradcheck norm is below 1e-9

    Examples:
      | case                             | data                                                               | loss                  | last    | kernels |
      | mse on linear                    | blobs samples 11 classes 3 spread 4                                | mse                   | linear  | scalar  |
      | mse on linear                    | blobs samples 11 classes 3 spread 4                                | mse                   | linear  | SIMD    |
      | 0.5*sse on sigmoid               | blobs samples 11 classes 3 spread 4                                | 0.5*sse               | sigmoid | scalar  |
      | 0.5*sse on sigmoid               | blobs samples 11 classes 3 spread 4                                | 0.5*sse               | sigmoid | SIMD    |
      | mae on tanh                      | blobs samples 11 classes 3 spread 4                                | mae                   | tanh    | scalar  |
      | mae on tanh                      | blobs samples 11 classes 3 spread 4                                | mae                   | tanh    | SIMD    |
      | huber 0.3 on linear              | blobs samples 11 classes 3 spread 4                                | huber 0.3             | linear  | scalar  |
      | huber 0.3 on linear              | blobs samples 11 classes 3 spread 4                                | huber 0.3             | linear  | SIMD    |
      | bce on sigmoid                   | blobs samples 11 classes 3 spread 4                                | bce                   | sigmoid | scalar  |
      | bce on sigmoid                   | blobs samples 11 classes 3 spread 4                                | bce                   | sigmoid | SIMD    |
      | cross_entropy on softmax         | blobs samples 11 classes 3 spread 4                                | cross_entropy         | softmax | scalar  |
      | cross_entropy on softmax         | blobs samples 11 classes 3 spread 4                                | cross_entropy         | softmax | SIMD    |
      | sse on softmax                   | blobs samples 11 classes 3 spread 4                                | sse                   | softmax | scalar  |
      | sse on softmax                   | blobs samples 11 classes 3 spread 4                                | sse                   | softmax | SIMD    |
      | huber 1 + mae on linear          | blobs samples 11 classes 3 spread 4                                | huber 1 + mae         | linear  | scalar  |
      | huber 1 + mae on linear          | blobs samples 11 classes 3 spread 4                                | huber 1 + mae         | linear  | SIMD    |
      | 2*cross_entropy + mae on softmax | blobs samples 11 classes 3 spread 4                                | 2*cross_entropy + mae | softmax | scalar  |
      | 2*cross_entropy + mae on softmax | blobs samples 11 classes 3 spread 4                                | 2*cross_entropy + mae | softmax | SIMD    |
      | cross_entropy of shares          | rows [ 0 1 -> 0.2 0.3 0.1; 1 -1 -> 0.5 0.4 0.3; 2 0 -> 0 0.1 0.6 ] | cross_entropy         | softmax | scalar  |
      | cross_entropy of shares          | rows [ 0 1 -> 0.2 0.3 0.1; 1 -1 -> 0.5 0.4 0.3; 2 0 -> 0 0.1 0.6 ] | cross_entropy         | softmax | SIMD    |
      | 0.1*mse + l1 0.01 on linear      | blobs samples 11 classes 3 spread 4                                | 0.1*mse + l1 0.01     | linear  | scalar  |
      | 0.1*mse + l1 0.01 on linear      | blobs samples 11 classes 3 spread 4                                | 0.1*mse + l1 0.01     | linear  | SIMD    |
      | 0.2*mse + l2 0.01 on linear      | blobs samples 11 classes 3 spread 4                                | 0.2*mse + l2 0.01     | linear  | scalar  |
      | 0.2*mse + l2 0.01 on linear      | blobs samples 11 classes 3 spread 4                                | 0.2*mse + l2 0.01     | linear  | SIMD    |
