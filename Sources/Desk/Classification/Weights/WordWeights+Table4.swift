// What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
//
// "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of
// a sentence, "#" a number, "surve*" every word that begins so.

extension WordWeights {
    static let part4 = """
        = -9 -6
        couvrent, elle tient, faut appuyer, gresille on, le badge, lit, lors des, se comprend
        sur mon, visiteurs ne
        = -9 -7
        a minute, bon et, ceux de, elle filme, en noir, est eclaire, et blanc, infrarouge .
        machine ., meme de, minute ., noir et, ok, one of, shows the, souci et, venti*
        y reprendre
        = -9 -8
        . camera, aussi par, de pile, qui montre
        = -9 -9
        replace, sur quatre
        = -9 -10
        bruit
        = -10 -7
        . badge, camera #, ouvre et, tourniquet .
        = -10 -8
        . one, est fermee, la cantine, un des, verte
        = -10 -9
        are fine, la #
        = -11 -3
        la transmission
        = -11 -5
        prevoir un
        = -11 -6
        autres fonctionnent
        = -11 -7
        directeur, du directeur
        = -11 -8
        image ok, marche .
        """
}
