Feature: Ties

  Scenario Outline: outputs that tell nothing count as class 0 with <outputs>
    Given the spec:
      """
      data rows [ 0 0 -> <first>; 1 0 -> <first>; 0 1 -> <first>; 1 1 -> <second> ]
      layer 2 -> <units> sigmoid init zeros frozen
      loss mse
      train 1 epoch
      """
    When the network is trained
    Then the accuracy is 75%

    Examples:
      | outputs | units | first | second |
      | one     | 1     | 0     | 1      |
      | two     | 2     | 1 0   | 0 1    |
      | three   | 3     | 1 0 0 | 0 0 1  |
