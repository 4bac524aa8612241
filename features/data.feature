Feature: Data

  Scenario: the parts of a stratified split
    Given the spec:
      """
      seed 2
      data iris
      split test 20% validation 10% stratified
      scale standard
      layer 4 -> 3 softmax
      loss cross_entropy
      optimizer sgd rate 0.1
      train 5 epochs
      """
    Then the data has 150 samples
    And the training part has 105 samples
    And the validation part has 15 samples
    And the test part has 30 samples
    And the parts share no sample
    And the class shares in each part differ by at most 1 sample
    And input 2 of the training part has mean 0 and deviation 1 within 1e-9
    And the scaling is that of the training part alone
    And changing the test part changes no trained parameter

  Scenario: scaling to the range of the training part
    Given the spec:
      """
      data sine samples 40 noise 0.1
      split test 25%
      scale minmax
      layer 1 -> 4 tanh -> 1 linear
      loss mse
      train 3 epochs batch 8
      """
    Then input 1 of the training part has minimum 0 and maximum 1 within 1e-12
    And the scaling is that of the training part alone
    And changing the test part changes no trained parameter

  Scenario: what becomes of each class
    Given the spec:
      """
      seed 5
      data iris
      split test 20% stratified
      scale standard
      layer 4 -> 8 tanh -> 3 softmax
      loss cross_entropy
      optimizer adam rate 0.05
      train 60 epochs
      """
    When the network is trained
    Then the auc on the training part is at least 98%
    And the balanced accuracy is at least 90%
    And the log loss on the training part is below 0.2
    And the recall of class "setosa" is at least 100%
    And the f1 of class "virginica" on the training part is at least 90%
    And at most 0 samples of class "setosa" are taken for class "virginica"

  Scenario: a confusion matrix that is known
    Given the spec:
      """
      data rows [ 0.9 -> 1; 0.8 -> 0; 0.7 -> 1; 0.2 -> 1; 0.1 -> 0; 0.3 -> 0 ]
      layer 1 -> 1 linear init [[1]] frozen
      loss mse
      train 1 epoch
      """
    Then the confusion matrix is
      | 2 | 1 |
      | 1 | 2 |
    And the balanced accuracy is 0.6666666666666666
