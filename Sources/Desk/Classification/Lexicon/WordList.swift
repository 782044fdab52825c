// A handful of words that grammar asks for by themselves: articles, prepositions, endings of verbs.

/// A few words, by their keys.
struct WordList: Sendable {
    private let keys: [UInt64]

    /// Lists words, separated by spaces.
    init(_ list: String) {
        keys = list.split(separator: " ").map { Words.key(of: Array($0.utf8)[...]) }
    }

    /// Whether a word is among them.
    func contains(_ word: Words.Word) -> Bool { keys.contains(word.key) }
}

/// The small words of grammar.
enum SmallWord {
    /// One.
    static let one = WordList("une un one")
    /// Of.
    static let of = WordList("des de of nos mes our")
    /// Of, indefinite.
    static let indefinite = WordList("des")
    /// Binds a thing to the thing that it belongs to.
    static let binding = WordList(
        """
        de du des d of au a on in sur at near by from outside behind above pres dans devant derriere sous
        """
    )
    /// Behind "plus" or "pas", before what is missing.
    static let beforeMissing = WordList("de d aucun aucune la une un any")
    /// Behind "plus", more.
    static let afterMore = WordList("vite tard que loin longtemps souvent fort ou")
    /// Behind "plus", perhaps more.
    static let de = WordList("de d")
    /// "plus de la moitié".
    static let la = WordList("la")
    /// What a phrase begins with that is negative by itself: "plus un œil", "pas protégé".
    static let negators = WordList(
        "plus pas sans aucun aucune rien jamais no not non without nobody"
    )
    /// States that are colours, too.
    static let colours = WordList(
        "noir noire noirs noires black blank rose violet sombre pale gris grise"
    )
    /// By which an apparatus tells something that need not be so.
    static let telling = WordList(
        """
        indique indiquent affiche affichent signale signalent annonce annoncent marque dit montre \
        shows says reports displays indicates reads flags flagged lists
        """
    )
    /// By itself.
    static let byItself = WordList("seul seule seuls seules automatiquement itself automatically")
    /// Words of a visit or a call, which a mere question does not ask for.
    static let coming = WordList(
        """
        passer passe passage venir intervenir intervention rappeler rappelez technicien depanner depannage \
        reparer reparation diagnostic appeler visite come visit call engineer technician repair fix
        """
    )
    /// Before a state that is stated.
    static let copulas = WordList(
        "est sont reste restent restee etait ete bien toujours et is are stays stay remains kept"
    )
    /// "faut-il", "dois-je", "should we".
    static let deliberating = WordList(
        "faut faudra faudrait dois doit devons devra devrons puis peut pouvons should can may must "
            + "could"
    )
    /// Behind them.
    static let deliberated = WordList("il elle je on nous t i we the")
    /// Joins two things of one statement.
    static let and = WordList("et and ou or")
    /// Between displeasure and what it is about.
    static let towards = WordList("de du d with of by")
    /// What is the writer's own.
    static let own = WordList("moi mon ma mes notre nos soi our my myself ourselves")
    /// The company addressed.
    static let yours = WordList("votre vos your yours")
    /// Agrees, where it stands alone.
    static let agreeing = WordList("ok okay oki dac")
    /// "possible de baisser le volume".
    static let possible = WordList("possible")
    /// What is asked about an observation.
    static let assessing = WordList(
        "grave graves normal normale normaux inquietant inquietante serious normal worrying"
    )
    /// Ends an elliptic statement: "celle du hangar non".
    static let bareNo = WordList("non not")
    /// Asks what words mean: "que veut dire", "what does it mean".
    static let meaning = WordList("dire signifie signifient mean means")
    /// "il n'y a rien".
    static let there = WordList("y")
    /// Others that are people: what one of them did says nothing of a thing.
    static let peers = WordList(
        """
        collegue collegues voisin voisine voisins voisines confrere confreres colleague colleagues \
        neighbours neighbors
        """
    )
    /// Words for any apparatus: "aucun matériel" misses none.
    static let generic = WordList(
        """
        materiel equipement equipements boitier boitiers coffret coffrets device devices unit units \
        equipment installation
        """
    )
    /// Before a number that names a thing rather than counts it.
    static let numbering = WordList("n no num numero number")
    /// Spans of time that no proportion is made of.
    static let times = WordList(
        "minute minutes seconde secondes heure heures jour jours mn min h hours seconds days"
    )
    /// Articles before a colour that is a noun: "des noires".
    static let articles = WordList("un une des les le la en")
    /// "n'ont rien".
    static let having = WordList("a ont avons")
    /// Stand for what is closed or locked.
    static let objects = WordList("le la les it them")
    /// Begins "plus rien".
    static let noLonger = WordList("plus pu")
    /// Between a verb and what does it.
    static let agents = WordList("par by")
    /// Says that something never was, rather than that it is gone.
    static let notYet = WordList("encore yet")
    /// Nouns of loss: what is lost stands behind them.
    static let losses = WordList(
        "perdu perte disparition absence panne coupure rupture arret loss failure lost"
    )
    /// How long something lasted.
    static let lasting = WordList("pendant durant")
    /// Verbs in the past tense of a tale.
    static let preterites = WordList(
        """
        was were went came stopped jammed showed failed froze dropped stayed kept rang beeped tripped \
        crashed died displayed blinked flickered fell started appeared
        """
    )
    /// Gone: good news of a fault, and of nothing else.
    static let vanished = WordList("disparu disparue disparus disparues")
    /// Before what is awaited.
    static let until = WordList("until till unless jusqu tant")
    /// So again, or from now on.
    static let again = WordList("again nouveau avant maintenant now desormais")
    /// Verbs that look like an imperfect and are none.
    static let present = WordList(
        "fait sait reconnait parait connait disparait apparait plait tait refait defait"
    )
    /// What can shut somebody in.
    static let shutting = WordList(
        "bloque bloquee bloques bloquees coince coincee coinces coincees retenu retenue stuck"
    )
    /// "plus la moindre image".
    static let slightest = WordList("moindre seule")
    /// What people no longer do, of which nothing follows for a thing: "je ne retrouve plus".
    static let minding = WordList(
        """
        sais sait savons souviens souvient rappelle rappelons retrouve retrouvons comprends \
        trouve trouvons retrouver trouver
        """
    )
    /// Behind "rien", that nothing is meant: "rien à signaler", "rien de grave".
    static let afterNothing = WordList("a de d que qu ne n presse")
    /// A verb that tells what happened.
    static let auxiliaries = WordList("est sont a ont ai avons has have ete")
    /// Never plural, whatever their last letter.
    static let singular = WordList("sas acces bus repas souris visio")
    /// A proportion's middle.
    static let outOf = WordList("sur of")
    /// Numbers that proportions are made of.
    static let counts = WordList("un une deux trois quatre cinq dix one two three ten")
    /// Before the title of somebody addressed.
    static let addressing = WordList("monsieur madame attention dear")
    /// Spans of time that a wait is counted in.
    static let spans = WordList("jours semaines mois days weeks months")
    /// Before such a span, that it is one of waiting.
    static let waiting = WordList("sous il for within laisse voila fait")
    /// What an entrance does when it lets somebody in.
    static let openingVerbs = WordList(
        "ouvre ouvrent ouvrait ouvraient leve levent opens open unlocks unlock"
    )
    /// Behind "sans", that nothing is asked of whoever comes.
    static let unasked = WordList(
        """
        que qu personne badge badger code cle rien demander presenter autorisation controle verification \
        presentation passer raison a any asking anyone being
        """
    )
    /// Before those that an entrance opens for.
    static let toWhom = WordList("a aux avec pour par to for with")
    /// Whoever comes.
    static let whoever = WordList("n any anyone anybody everyone everybody")
    /// Leaves a thing as it is.
    static let leaving = WordList(
        "laisse laissons laissent laissee laissees laisser laissait laissions leave left leaving"
    )
    /// "on laisse contre".
    static let against = WordList("contre comme ajar open ouvert ouverte decroche decrochee")
    /// Of whom alone it is so: "le seul dans ce cas".
    static let concerned = WordList(
        "cas concerne concernee concernes touche touchee affecte affectee affected souci probleme"
    )
    /// Has.
    static let possessing = WordList("ai a avons ont have has retrouve retrouvons")
    /// What remains beside what fails.
    static let rest = WordList("reste restant rest")
    /// What those do not who are not concerned: "les autres n'ont rien remarqué".
    static let noticed = WordList("remarque remarques signale constate noticed plaint plaignent")
    /// What others do not have: "ce bruit".
    static let demonstrative = WordList("ce cet cette ces this that same meme")
    /// Asks for a measure.
    static let measuring = WordList("combien")
    /// Asks for a way.
    static let how = WordList("comment coment koment how")
    /// What one does with the others instead.
    static let using = WordList(
        "use uses using utilise utilisent utilisons servent empruntent reste restent rediriges "
            + "redirige"
    )
    /// Begins what something is for.
    static let purpose = WordList("pour afin so")
    /// Ends an elliptic statement: "les deux autres oui".
    static let bareYes = WordList("oui si yes")
    /// Tells that a clause is English.
    static let english = WordList("the of we i is are and in to for my our you it with from")
    /// An article in English, a verb in French.
    static let article = WordList("a")
    /// Taken away.
    static let removed = WordList(
        "retire retiree retires retirees enleve enlevee remis remise remplace remplacee removed put"
    )
    /// Where something is shown.
    static let upon = WordList("sur on")
    /// Switched off.
    static let off = WordList(
        "off arrete arretee arretees eteint eteinte eteintes coupe coupee coupees desactivee "
            + "debranchee"
    )
    /// Switches off.
    static let shutdown = WordList(
        """
        couper coupe coupee coupons arreter arrete arretons debrancher debranche debranchons \
        eteindre eteint eteignons unplugged disconnected disabled
        """
    )
    /// What an alarm hangs on.
    static let controlUnit = WordList("centrale panel telesurveillance")
    /// Pieces that are doubled, so that one may fail.
    static let redundant = WordList("disque disques disk disks drive drives onduleur alimentation")
    /// Says where something is.
    static let locating = WordList("de du des dans sur sous devant derriere above over of in at by")
    /// Another of the kind just named: "celle de droite oui".
    static let theOne = WordList("celle celui celles ceux")
    /// His, or a sound.
    static let possessive = WordList("son")
    /// Before a sound.
    static let beforeSound = WordList("le du de un ce aucun plus pas sans no")
    /// Takes back what was said before.
    static let contrasting = WordList(
        "mais but however pourtant cependant toutefois sauf except malgre despite"
    )
    /// As before.
    static let still = WordList("toujours encore still tjs tjrs tjr again nouveau")
    /// Two.
    static let two = WordList("deux two both")
    /// More than two.
    static let many = WordList(
        """
        trois quatre cinq six sept huit neuf dix onze douze quinze seize vingt trente three four five seven \
        eight nine ten eleven twelve twenty
        """
    )
}

/// Endings of verbs and adverbs.
enum Ending {
    /// "lentement".
    static let ment = Array("ment".utf8)
    /// "tomberait", "finirait", "viendrait".
    static let conditional = ["erait", "eraient", "irait", "iraient", "drait", "draient"]
        .map { Array($0.utf8) }
    /// "marchait".
    static let imperfect = ["ait", "aient"].map { Array($0.utf8) }
}
