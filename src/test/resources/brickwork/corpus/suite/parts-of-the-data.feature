Feature: Parts of the data

  Scenario Outline: a split <kind> gives each sample to one part, and every part samples of each class
    Given the spec:
      """
      data blobs samples 120 classes 3
      split test 20% validation 10% <word>
      layer 2 -> 3 softmax
      loss cross_entropy
      train 1 epoch
      """
    Then the parts share no sample
    And the training part has 84 samples
    And the validation part has 12 samples
    And the test part has 24 samples
    And the class shares in each part differ by at most <difference> samples

    Examples:
      | kind       | word       | difference |
      | by chance  |            | 8          |
      | stratified | stratified | 1          |
