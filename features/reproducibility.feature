Feature: The same bits everywhere

  The result of a training does not depend on the machine, the kernels or the number of threads.

  Scenario Outline: <spec> ends in the same parameters with both kernel sets
    Given the spec "specs/<spec>.nn"
    Then scalar and SIMD kernels give the same fingerprint

    Examples:
      | spec   |
      | xor    |
      | moons  |
      | digits |
      | iris   |
      | mazur  |

  Scenario Outline: <spec> ends in the parameters it ends in on every machine
    Given the spec "specs/<spec>.nn"
    When the network is trained
    Then the fingerprint is "<fingerprint>"

    Examples:
      | spec   | fingerprint                                                      |
      | xor    | 34cee3622991eb062eded1caaffd2acd2e2a1680a7dc17148c66afcf1fe1b93e |
      | moons  | c59137d9b94fa5a02b7431512167634473812a1a8e1b40bea25d103d4e3c32d9 |
      | digits | f21bf9bb0e32850be751c59ea90731d4e74d68caf780d78da27aeb36ff2a43b8 |
      | iris   | 54c4a91e7d44fbe2dc04a9808723dd7d2ca2422b707a9e04b22213edef6ab46b |
      | mazur  | 4c221052f5cc3bbba0b7e7e226e96a30df417ed56482292bc91aa0afb294d175 |

  Scenario: two threads give what one gives
    Given the spec "specs/digits.nn"
    Then 2 threads give the same fingerprint as one
