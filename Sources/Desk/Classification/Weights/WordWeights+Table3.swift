// What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
//
// "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of
// a sentence, "#" a number, "surve*" every word that begins so.

extension WordWeights {
    static let part3 = """
        = -3 -2
        have left, iphon*, iphone, is, is out, kitch*, kitchen, la loge, landi*, landing, libere
        libere plus, loge, march*, n entend, others, se libere, ses, signaler, slt la, vous etes
        works
        = -3 -3
        . sensor, . veuillez, . volet, 4e droite, a change, a des, a laisse, a perdu, arme sans
        assou*, au deuxieme, avant d, avec du, bloque ., boitier radio, bon, bonjour contrairement
        bureau ne, carillon de, contact de, coulo*, couvert par, de pause, de souci, depuis l
        des traits, deux, directrice s, du porche, du scotch, elle fonctionne, elle monte, enroue
        escalier a, est encore, est jamais, est normale, et descend, et ferme, et parfois
        everything on, explo*, exploitable, exterieure ., faible sirene, faut insister, ferme bien
        ferme et, fermee a, finir, good morning, has no, il a, imprimante badges, imprime plus
        insis*, insister, is perfect, it back, it on, le bord, le moment, lecte*, les usagers
        locks as, mais ca, mon tel, moniteurs, moniteurs du, monte et, n est, n imprime, nikel
        no other, on badge, on comprend, opens ., par entrer, par jour, parking visiteurs, pas de
        pause, perfect, picture is, plus meme, porch*, porche, push, referme bien, rest, rest of
        retombe, retombe ., revient pas, rondier, roulant, s affiche, scotc*, scotch, semaine sans
        serrure bureau, son enroue, sorti*, spare, squea*, squeals, stagi*, supervision ., sur sa
        the rest, the upstairs, tickets, tint since, traits, tt le, un son, un ticket, usagers
        use the, verticale, veuil*, veuillez, veut pas, visiophone logement, volet, volet .
        volet roulant, wind ., work and
        = -3 -4
        # et, . everyone, . front, . rien, . sur, 1h, accepte, archives est, beeps
        bonjour message, bonne ., bourrage, bruya*, by the, caden*, camio*, camion, carte .
        cassee, complets, crash*, de palier, de visualisation, deux ecrans, du 3e, du labo
        du parc, ecrans de, enregistre ., envoie plus, est dure, est signale, est visible, faut le
        ferment, guard*, guards, hall est, in the, j avais, journee il, juste un, l acces
        l escalier, l ouvrir, la mienne, la secretaire, la temperature, larse*, larsen, le bureau
        le client, le mien, le support, lecteur, loge depuis, m kerbrat, machi*, mais elle, media*
        mediatheque, met, metres ., mien, mienn*, mienne, mme oudin, mon combine, mon telephone
        moniteur de, ne repond, normalement ., nos deux, nous utilisons, onduleur de, other two
        oudin, parc, passe, pend au, pend un, pense ., peu ., portes c, pres, que des, raye, rdc
        reader, referme plus, rien a, saute, seconde, secretaire, serrure electrique, siffl*
        son fil, sortie se, the back, two ., utilise celui, utilisons, utilisons l, vers le, vingt
        visible, visiophone de, visua*, visualisation, work, works*
        = -3 -5
        . portillon, . ventouse, arme, autre, autres sont, avec le, barriere du, batiment se
        bris de, button at, cause, celui de, chambre, chiffre, clavier, clignote, couleur
        couleur ., demag*, demagnetise, demagnetise ., deplacer ., du portillon, enten*
        est demagnetise, est parti, et l, etat, exit, fatig*, fatigue, ferme, front, gardien la
        has, la livraison, le matin, le visiophone, m en, monit*, ne sonne, netto*, onze, patients
        preau, s arme, sensi*, sensor, seule ., staff, stock, three, touche du, tout ., un peu
        verts, very, visiophone, we can, weekl*, weekly
        = -3 -6
        . batterie, . la, accueil est, badge et, boutons d, casse, est reste, hello the, l autre
        other, parking a, repond, voien*, voient
        = -3 -7
        dead ., je pense, mort, plus la
        = -3 -8
        date .
        = -4 6
        . vacances, si l
        = -4 5
        le renvoyer
        = -4 4
        could, des detecteurs, oubli*
        = -4 3
        renvoyer .
        = -4 2
        app, essai annuel, jour de, la date, ordre, rappo*, rapport
        = -4 1
        actif*, actifs, affichage, ajouter une, appel de, change le, export ., la sonnette, mois
        only ., refai*, sonne*, tout fonctionne, tout marche, visite annuelle
        = -4 0
        . ancienne, . non, affec*, ai le, alarme fonctionne, ancienne panne, au 1er, avant de
        bris, bureau ., d en, dans l, de lalarme, de nouveaux, de quatre, du detecteur, each
        enregistrer, est bien, est parfait, fermo*, fermons, generale, his, incidence, jours d
        l ecran, l on, la platine, lalarme marche, monsieur l, mrs, nous passons, passo*, passons
        perdu ., platine, proch*, prochaine, recordings, rende*, rendez, rendez vous, tel .
        verification, when you, zone .
        = -4 -1
        . app, . aujourd, . etiquettes, . mardi, a 6h, affichage ., attic, clavier a, comme d
        cours*, course, d un, elle, en reste, etiquettes, etiquettes ., femme, frigo ., habitude .
        la voix, le bruit, leur, loge ., meeti*, meeting, musee ., ne m, nettoyer, passage .
        personne ., petit ., pluto*, plutot, programme, quand il, raiso*, raison, rassu*, rassurez
        rassurez vous, remet, succe*, succes, succes ., the app, the attic, touches ., transports
        visit*
        = -4 -2
        # minutes, a deux, accepte plus, alarme et, arbre, at the, aussi filme, avec nos
        badge est, buee ., cameras et, comprend, confo*, de windows, des alertes, du rayon, est de
        floue depuis, image, la buee, ligne*, lignes, lisib*, lisible, lu, machine a, met sans
        my wife, n accepte, one ., other*, ouvert un, parle*, part, pas urgent, phone*, phones
        rayon, records, sans probleme, sans raison, tel, the menu, time, tries, vieil*, vieille
        wife
        = -4 -3
        # saute, . deux, . pc, . turnstile, a cles, affiche #, amis, amis ., arme depuis, associe
        au sol, autres etages, back office, badge ., badge sur, batterie clavier, beam
        bibliotheque ., bike, bipe plus, bourdonne quand, brouillee, bureau, bureau des, bureau rh
        c pas, camera hall, camera motorisee, cartes ., cause des, chambre d, chez le, clips*
        clipse, closer, coque, couleurs, couvert, d amis, dans son, dayli*, daylight, daylight .
        de presse, de prevoir, de probleme, detecteur chambre, deux ou, directeur a, douze, du
        du comptoir, du vestiaire, elle enregistre, enregistrees, est couvert, est felee, et filme
        et j, felee, ferme ., floue, gache bureau, genant pour, goes, gone black, grille du
        hiver ., i walk, image verte, in daylight, jardin ., jardin d, jour ., keypad in, keys
        keys still, la coque, lappl*, lappli, le projecteur, le son, leaks, leaks oil
        lecteur exterieur, les notifications, les visages, leur ouvrir, locks properly, logements
        machine, meme et, meme hall, met l, minutes a, mon associe, mon iphone, monitor has
        motorisee du, n entre, ne bipe, next time, normale et, office is, oil, oil ., on devine
        on finit, on sonne, other cameras, other flat, ou trois, pas touches, passez quand, past
        people and, peut leur, placa*, placard, placard a, portable ., portier video, prope*
        properly, reader #, reader at, recording fine, regarde le, repasser, reuni*, reunion, rh
        rush ., s entend, screen at, secondes avant, sirene ne, sombr*, sombre, son est
        son support, sonne a, the bike, the keys, tombee de, turnstile, usabl*, usable
        ventilateur du, visag*, visages, visiteurs et, walk past, when i, wife s, windows
        you come
        = -4 -4
        # donne, # is, # n, # pour, . bruit, . card, . cellule, . intercom, . lampe, . piles
        . pir, . portier, . projecteur, a velos, a voir, affiche une, afficheur, afficheur du
        agent, alarm sets, alarme est, alors qu, appli ., appuyer, apres un, araignee, area
        arme ., arms, as it, au depot, au meme, au milieu, b saute, badge #, badgeuse de, bande
        batterie faible, broke*, broken, cable de, cache du, camera, camera dome, camera has
        camera is, cameras cover, casse nous, centrale affiche, client ., closed, colin
        combine de, crackles, d araignee, d effraction, dans ce, de mes, de perdu, de pointage
        degre*, derniere, detecteur bureau, diode, disti*, dome de, door phone, douze ., droite .
        du garage, du portier, du quai, ecran tactile, ecrit les, empreinte ., en plein, end and
        enregistre normalement, entend quand, est ferme, est raye, est tombe, est toute
        est voilee, fige, finit, fissu*, flat #, flick*, flux, front desk, frott*, frotte
        frotte ., g, gate shuts, gauche ., grand chose, handset ., hard, hard ., haute
        il declenche, il enregistre, il pend, image reste, infrarouge de, inquietude, ir .
        is affected, it opens, it should, j en, jams, jauni, journaux, kerbr*, kerbrat, kines*
        kinesitherapeute, kinesitherapeute ., l afficheur, l infrarouge, l un, la badgeuse
        la diode, la en, la gauche, la lampe, la veranda, la villa, lampa*, lance, large, le cache
        le ciel, le palier, le signale, lent, les #, les autres, les journaux, les patients
        lisible ., local a, logement #, m envoie, mais frotte, mal, meme les, mme colin
        monitors in, monte, mural, ne tourne, neuve, neuve de, nvr est, on one, once, ont le
        or three, orange mais, ouvre avec, ouvrir et, par aucun, par s, pas grand, pas touche, pir
        plus l, pointage du, portillon est, pour sortir, printer ., printer jams
        prochaine maintenance, projecteur, projecteur ir, properly ., quelques secondes, reagi*
        remote ., remotes, replace ., reste de, rien de, right, ronfl*, ronfle, ruban, s is
        sert a, ses collegues, shuts, side gate, sirene exterieure, sligh*, slightly, so no
        soir et, solei*, soleil, soleil ., sortie, suis coupe, tablette du, the lobby, the lock
        the staff, the two, the video, the wind, then, ticket, toile, toile d, toujours l
        tourne et, tourne plus, trips, two or, un choc, un matin, une bande, une touche, velos est
        veran*, veranda, vers la, verte ., wind, works and, y entre
        = -4 -5
        # de, # il, # see, . capteur, . disque, . mobile, . tous, a cle, a pris, attendant
        badgeuse, badgeuse ., barriere de, bouton de, celui, chez m, classe, clean or, commande
        coule*, coup de, couve*, de fumee, de retard, decalee, empre*, en attendant
        enregistrements, enrou*, entends, escal*, escalier, escalier est, est pleine, exit button
        fermee, flat, il se, infrarouges, is dead, is stuck, l onduleur, la place, la serrure
        labo, le dome, le gardien, le plafond, lentement mais, les enregistrements, mal les
        me suis, mes voisins, met et, mobile app, moniteur, ni de, palier, parc ., pluie
        plus depuis, plus vers, porte d, pris l, radar, rayur*, recois, reconnu, retard, s eteint
        sales, sans souci, son visiophone, sont sales, stuck, temperature, the exit, tourniquet #
        trent*, trente, un defaut, voule*, voulez, voulez ., vous voulez
        = -4 -6
        . sonnette, autres cameras, comme il, descend, encore les, est normal, eteint ., fermee .
        fine ., la relecture, le radar, muet, n affiche, on met, pareil ., quai #, re bonjour
        salle du, service est, sinon, sur #, the gate
        = -4 -7
        . elle, . il, . le, one, reste, vue
        = -4 -8
        . it
        = -4 -9
        . the
        = -5 6
        nouve*
        = -5 5
        change
        = -5 4
        fin de
        = -5 3
        export, faut, fixe
        = -5 2
        app ., appli*, application, une
        = -5 1
        . old, . salutations, de jour, images ., needs, old, passages du, regler, remerciements .
        same, the same, un accrochage
        = -5 0
        croyais, d ouverture, imagi*, je croyais, l application, mes, nacel*, nacelle, salariee
        telesurveilleur ., un badge, une batterie
        = -5 -1
        alarme la, bien la, bonsoir le, de la, devie*, en journee, fausse, itsel*, itself
        juste pour, lot, mesures, ouvra*, prefe*, repas*, reprendre, rings, se declenche
        secondaire, secondaire ., sept, sert, son pc, tout tourne
        = -5 -2
        # and, . mes, . office, a signaler, au bureau, bien ., charg*, corre*, couvr*, droit*
        entrer ., et d, gauch*, gauche, kitchen ., laite*, leque*, lequel, logement ., minutes sur
        mobil*, nicke*, nickel, reader ., reste fermee, sec, sirene est, touches, voyant .
        you have
        = -5 -3
        # couvrent, # reagit, 3e ., a cinq, absor*, absorbent, absorbent le, appuyant
        appuyant fort, autoc*, autre clavier, autres absorbent, bouton ., brack*, bracket
        cinq autres, clavier ., clignote plus, closes, comma*, couvrent le, depuis une, des cartes
        directeur ne, du lecteur, du local, du rond, eclairage, en appuyant, encore quand
        est juste, est tres, fonctionne, gens croient, impeccable ., la piscine, la prochaine
        la sirene, le flux, le vestiaire, les appels, logements n, micro de, ne clignote, ne lit
        ne zoome, night vision, normale, notif*, or so, ouvre normalement, parfo*, parfois
        point ne, portail ., qui s, reagit encore, rond, rond point, since last, telecommande .
        vision, vision ., voir lors, yard ., zoome, zoome plus
        = -5 -4
        # clignote, # hs, . dome, . faces, . remote, 4e, 5e, a pousse, a reagir, alimentee
        allume plus, and then, appartements, attendant ., au 5e, au badge, autre est
        autres suffisent, badge mme, barriere s, bonne, bons ., borne, bruyant, bruyant pour, buee
        ca finit, caisse #, camera silo, cameras ne, capot du, centre ., ciel, claque tres, cle et
        combine ., confond, confond les, de pres, de sept, de travers, declenche, des toilettes
        desk has, deux touches, devin*, devine, difficulte ., door reader, drama*, dramatique
        du 4e, du mur, du placard, du poste, du sous, elle passe, entree b, est floue
        est impeccable, est surtout, faces, faces are, feuil*, feuille, feuille ., fine and
        finit toujours, fois sur, fonct*, fonctionne plus, fort la, furie*, gardienne, horloge de
        image et, impeccable, inste*, instead, interphone du, jour, l etiquette, l heure, la borne
        la cle, la gardienne, la pointeuse, laiteuse, lampe, lampe ., le ferme, le micro, le n
        lecteur fonctionne, local poubelles, locks behind, loge est, logem*, logement, loose
        lors d, mais tout, malgre tout, manue*, manuel, meeting room, meme couloir
        mes remerciements, mi course, montre l, ne sont, nettes, nettes ., notifications
        on appelle, one is, other three, ouverture de, par ouvrir, parking est, passer devant
        photo*, pile faible, placard ., plaques confond, pointeuse, pointeuse de, porte labo
        porte reste, poste operateur, poubelles, pousse devant, poussoir de, prend tout, prenn*
        prennent, que ceux, reagir, reagir ., refix*, refixer, reports, reverrouille bien, rien n
        s allume, sa collegue, sale, salle serveur, secondes a, secondes de, slow, sonne et
        sont nettes, still see, suffisent, tablette ., tag, the guards, the meeting, tint, toile*
        toilettes, tombee, touches du, toujours ., toujours par, une araignee, uses, utilise le
        ventilateur ., vestiaires, vestiaires ., visiteurs ., voile, y sont
        = -5 -5
        # overlap, . flash, . handset, . screen, alarme marche, app logs, appelle, araig*
        ascenseur ., autocollant, avance de, badge, battery, camera celle, capot de, card .
        carillon, ce jour, chez mme, cle ., clean, continue d, cracked, de celle, de sa
        declenche deux, decor*, demarre plus, du bar, du nvr, du silo, elle regarde, elle sonne
        empreinte, enregistrement est, entend et, est bonne, est casse, est dans, est fendu
        est parfaite, every morning, fendu, fonctionne les, illis*, illisible, immed*
        imprimante de, imprime, insup*, insupportable, is cracked, jardi*, jardin, jardin est
        la securite, le carillon, le disque, les soirs, logs, logs me, marche et, me out
        minutes les, my phone, ne demarre, ne passe, on every, onduleur ., opens the, out every
        overl*, overlap, part ca, pas concernes, pas une, perdu ses, perfe*, peu trop, plein*
        pleine, pleine de, plus avec, poste client, press, print*, printer, quand meme
        quatre minutes, radar de, reads ., recordings are, relec*, relecture, remplacer le
        reste allume, salle info, scint*, scintille, sept minutes, sets, sortie du, souffle
        the card, the office, three seconds, time someone, tombee ., travers ., une image
        verifie ., vis, voile*, voilee, we use
        = -5 -6
        . ecran, . pas, . telecommande, a badges, affichee, autre a, bipe, bourr*, ca ferme, capot
        combine, comme un, contact porte, d images, de cote, de mon, de son, du grenier
        ecran accueil, en ai, entree elle, est tombee, et se, etat ., flash ., four monitors
        greni*, grenier, grenier ., hall, handset, heure ., impeccables, impeccables .
        imprimante a, l ordinateur, la changer, la dalle, la touche, le haut, le poste, levante .
        mari a, monitor ., nettoyage ., of our, on parle, parfaite, parfaite ., passe devant
        plus les, retar*, revie*, revient, signa*, sont impeccables, tordu, touche #, un nouveau
        une de, une des, une pile, vers, visio*
        = -5 -7
        . clavier, badge d, baie video, du parking, exterieur, haut parleur, it still, ok .
        parleur, pile ., signale, voit
        = -5 -8
        opens
        = -6 2
        chang*, rempl*
        = -6 1
        aucun souci, les acces
        = -6 0
        bonjour un, convient tres, decal*, prevo*, sonnette
        = -6 -1
        . heure, cle, en ordre, enregistrements sont, essai de, images sont, jours sur, meme .
        morte ., present, prevoir, recup*, une autre
        = -6 -2
        a prevoir, acces au, and #, changer, de sortie, hands*, image est, interieure .
        la machine, la telecommande, or, relecture ., secondes, the right, toutes mes, utili*
        = -6 -3
        a remplacer, appli, autres logements, bike store, changer ., charge, couloir, de toute
        ensuite ., eu de, le meme, lecteur ., marche tres, mobile, nous en, piles, sa led
        signaler ., still, une salle, voient le
        = -6 -4
        # voient, . capot, . l, a toujours, autres portes, badge de, behav*, behave
        bureau gresille, capot ., ce souci, celui du, check*, cinq secondes, close*, crach*
        crachote, croient que, cupbo*, cupboard, de couloir, de trou, dome, et celle, etage est
        etiquette, faut passer, fonctionne et, has a, horlo*, horloge, itself is, le pc, les voit
        les vues, lit plus, locataires, loud, minutes la, n allume, nord s, normales, normales .
        on utilise, ont rien, ouvre depuis, ouvre quand, parleur du, pas y, passent ., pc de
        plus sa, poste #, poste des, prevoir ., recoit bien, secondes ., sont normales, souris du
        telesurveillance recoit, toujours le, trou ., use a, visib*, voit les, vues
        = -6 -5
        # en, . celui, . chambre, . horodatage, . micro, . reader, . voyant, a bouge, agaca*
        agacant, ai deja, and locks, appli ne, assoc*, autres appartements, badges et, barre*
        barreaux, beep, beep ., beeps every, blanc sur, borne d, cache, camera exterieure
        card printer, carte*, cartes, chariot elevateur, conda*, condamne, covered, covered by
        crack*, de glace, de trop, difficulte, du bruit, du pignon, du visiophone, elevateur
        en couleur, est seulement, et fermee, et revient, everything else, ferme porte, glace
        glace ., h sans, horloge ., horodatage ., il descend, il faut, image en, image saute
        impat*, impec*, intercom, intercom ., is covered, jour a, keypad beep, keypad has
        l horloge, la camera, la pile, la sortie, la toussaint, le contact, le retroeclairage
        le sien, leve, malgr*, malgre, mes deux, micro, moniteur ., mort ., mural*, murale, nette
        normally, one badge, one camera, onze autres, ordin*, ordinateur, part of, pas grave
        passent sans, pc, pigno*, pignon, pointage, quatre autres, qui ne, reagit, reconnait tout
        refer*, referme correctement, remot*, remote, repond plus, retarde, retarde de
        retroeclairage, retroeclairage du, revient ., rien remarque, ronge*, rongeur, rongeur a
        screen, se leve, seconds, sien, sont pas, tablette murale, test fait, the end, ticke*
        touche ., touss*, toussaint, un rongeur, use, utilise, voisines, white, zone s
        = -6 -6
        # reste, . boitier, . ptz, . tourniquet, . visiophone, 3e, accueil clignote, affichee sur
        affichette ., badge trois, bien au, bonne et, bouton est, ca ouvre, cam du, camera de
        caril*, ceux des, chambre #, clavier de, cover the, d interphone, dalle, defaut d
        des quatre, du couloir, elle ferme, else is, encra*, encrasse, est fausse, facon, faible
        flash de, freezes, freezes every, grinc*, grince, jeter, l imprimante, le capot
        le combine, le deplacer, led ., lentement, les chauffeurs, les vingt, matin puis
        mon portable, monitors, noire, noire ., normalement, on my, on reconnait, or replace
        par semaine, passe plus, portillon ., prochain passage, ptz, ptz ., reads, replace battery
        souff*, still talk, still work, swap, swap it, talk, touche, visiteurs, voit toujours
        = -6 -7
        1er est, allee ., autre*, ca rentre, camera du, camera salle, continue, des deux
        deux fois, elle est, facon ., fine, grise, ouvre ., passe avec, pend, sirene du
        sonne plus, toute facon, voit encore
        = -6 -8
        on voit
        = -7 -1
        reprendre .
        = -7 -2
        collegues, ecran ., on en, que vous, une seule
        = -7 -3
        filmee, mais on, table*, telec*, tres bien
        = -7 -4
        # affiche, appels, battery ., bonsoir la, ca se, chauffeurs, croie*, croient, devant la
        eau et, fonctionne ., il passe, l enregistrement, le sol, lecteur parking, marchent .
        repla*, video ne, y voit
        = -7 -5
        # la, . appli, . bip, . borne, . horloge, . my, . souris, . un, . ventilateur, a changer
        ambia*, ambiance, au vert, autres de, ballo*, ballon, barriere visiteurs, bien derriere
        bord, bouton poussoir, camera sur, contact fenetre, cuisi*, cuisine, cuisine ., d ambiance
        distingue, distingue encore, du moniteur, dur, electrique du, enfon*, exterieur du, fluid*
        hiver, horod*, horodatage, humid*, humidite, imprimante ., l humidite, la souris, le flash
        le preau, lecteur du, lit mal, low, mon, ne manque, ne presse, now and, on distingue, on y
        portillon nord, qui marche, raison ., recording is, recou*, reste noir, se coupe
        seule camera, souri*, souris, the hall, the yard, tres, un ballon, un passage, vent elle
        = -7 -6
        # has, # in, . combine, . imprimante, . interphone, . lecteur, . moniteur, . ses
        . tablette, a aussi, a passe, appel du, atelier retarde, bourdonne ., cave ., clavier du
        cover, de reunion, desag*, devenu, doorb*, doorbell, du bureau, enregistreur lui
        est aussi, est devenu, ferme normalement, finit par, is silent, lecteur cantine
        les visiteurs, locks, locks ., monitor, norma*, on regarde, outdoor camera, panne c
        petit ecran, phone ., piscine ., portable, pousser, poussoir, prete, quelques, referme
        regarde, remplacer ., se referme, sonne normalement, tablette, telecommandes, the doorbell
        through in, tilte*, tilted, tournent bien, trouvent, un nettoyage, verrouille ., vesti*
        vestiaire, voit quand
        = -7 -7
        a de, alarme n, allee, au rdc, autres, besti*, can still, casse ., closes and, de ma
        desagreable, desagreable ., diffi*, droite, du rideau, entend, est immediat, faibl*
        hi camera, il entend, immediat, jusqu en, juste le, l allee, la tablette, le bras
        locked and, par deux, phone, son ., stopped working
        = -7 -8
        at reception, camera est, marche encore, pile je, telephone l, visiophone .
        = -7 -9
        decol*, sonnette de
        = -8 0
        l image
        = -8 -1
        remplacer
        = -8 -2
        appartement #, jamais eu, juste
        = -8 -3
        eclai*, jours sans, mon badge, secon*
        = -8 -4
        deux jours, dix secondes, donc pas, du clavier, la petite, lumin*
        = -8 -5
        # autres, 3e gauche, ciel ., collegues passent, detecteur ., dirait, et toutes, gens .
        le ventilateur, matin on, on dirait, ouvrir ., pause est, pile basse, poste du, regarde un
        telecommande, the side
        = -8 -6
        # se, . badgeuse, . pile, . recording, arm from, bien et, bureau #, concernee, concernee .
        des six, deven*, etiqu*, faible sur, journee et, la cuisine, my, n #, plus mais, porte est
        refuse a, salle de, son sur, telecommande du, ventilateur, ventilateur de
        = -8 -7
        # est, # s, . keypad, allume, au prochain, bip ., bipe toutes, bras de, bruit .
        comptable est, couloir est, eclaire, ecran du, est perdu, exterieure est, flash, grince et
        impri*, imprimante, salle est, vide et, visiophone du, visitors
        = -8 -8
        lente*, petite sirene, reserve est, video bipe
        = -8 -9
        il marche, ma telecommande, pile
        = -9 -2
        bien, la meme
        = -9 -5
        il ouvre
        = -9 -6
        """
}
