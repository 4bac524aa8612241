Feature: Fingerprint of known bytes

  Scenario: the fingerprint is the SHA-256 of the floats 1 2 3 4 0.5 -1.25
    Given the spec:
      """
      data rows [ 1 2 -> 0 0 ]
      layer 2 -> 2 linear init [[1 2] [3 4]] bias [0.5 -1.25] frozen
      loss mse
      train 1 epoch
      """
    When the network is trained
    Then the fingerprint is "e298a2cfeb5eb7c967a664c5a5553dd576866e4c3a25a7228825b8023a99b407"
