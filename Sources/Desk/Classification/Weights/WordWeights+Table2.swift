// What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
//
// "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of
// a sentence, "#" a number, "surve*" every word that begins so.

extension WordWeights {
    static let part2 = """
        = 3 0
        a menace, agent devant, ai trouve, alarme armee, alarme hurle, aller, annonce, apercois
        apercois que, appel des, archives ., armee sans, aujou*, aujourd, aujourd hui, autou*
        autour, boutik, bureaux, calic*, calice, calme, caves, cle mais, cm, comprends
        controle des, couvre l, crois que, debranchee et, did not, dit plus, du cou, du sol
        en faction, en route, est seule, et celui, ete refaite, ete remis, ete retire, eteint et
        faction, fait rien, fe, fermer la, figee, figee sur, fond est, groom, gymnase ., half the
        hasn, hasn t, hors, hui, inondation, inondation ., introuvable, introuvable ., it says, km
        la boutik, la moindre, la residence, la station, le calice, le responsable
        le transmetteur, le veilleur, les quais, liaison avec, locale, m apercois, me rappeler
        menac*, menace, mercredi ., metre du, moind*, moindre, n en, ne dit, ne donne, ne plus
        not react, notre portail, oeil, office de, on ferme, optic*, opticien, opticien .
        partir ., pas ete, pas l, pas partir, passee en, permanent, perri*, peux pas, plein de
        plus se, pouvons, quais, que tout, quel badge, react, recommence comme, refaite, refug*
        refuge, remis ., remis le, rentre, reserve et, resident a, retire pour, room has, route
        rush at, sacri*, sacristie, sans sirene, sautent, services techniques, seul la, showi*
        showing, showing a, sismi*, sismique, sismique du, soignante en, sommes un, sont donc
        sont tombees, ssiap, technique a, techniques, telesurveilleur nous, the doors, tombees
        une soignante, verifie avec, vide la, you know, zones #
        = 3 -1
        . college, . foyer, a jamais, a pied, a qu, a tous, ai des, ai eu, although the, armes
        autre ne, base vie, beant, bloque plus, bois, bois est, coinc*, cote bois, doute .
        ecran il, en conges, entres, est plein, et n, et plus, et surtout, foudr*, foudre, foyer
        il ne, impossible, injoignable ., issue*, issues, jamais ete, la foudre, les issues
        moteur force, moyen d, on la, pc securite, pied, plusieurs cameras, portail de, porte et
        qu, quelqu, quelqu un, rear, regarder, relea*, reste beant, secou*, secours, sens
        sommes en, sous traitant, the lift, the rear, tirer, traitant, vite, your
        = 3 -2
        abonn*, abonnement, autorise, brico*, chambres, conna*, defaut depuis, donne, ecole ne
        eithe*, either, ils ne, l hotel, lentr*, lentree, on l, pas normal, peut pas, que ma
        sous sol, ya
        = 3 -3
        caisse, eteint, gache, la gache, lost, message, on n, open, please ., plus dans, surve*
        = 3 -4
        alors que, direct, every, l orage, m appeler, probleme, see
        = 3 -5
        bonjour .
        = 2 9
        . conseil
        = 2 7
        . auriez, . is, . que, changer de, de telephone, forma*, internet, invit*, invite, quelle
        quest*, saiso*, saisonniers
        = 2 6
        comment changer, equipements, get a, jamai*, jamais, mode, nous, samed*, samedi, samedi .
        = 2 5
        a #, adresser un, data, donne*, en #, images de, je souhaiterais, lemoi*, lemoine, logic*
        logiciel, nous ., on les, pas comment, pense*, services, vaut, viennent
        = 2 4
        . bonne, . data, . vos, affiche ., ai besoin, aimerais comprendre, alarme tient, am .
        annuler, au clavier, au public, avait, away, ce normal, derangement ., deux ans, en
        en rouge, equipe ., est par, etranger, etranger ., exerc*, exercice, fermeture, follo*
        je voulais, la remonter, le plan, le quartier, les cameras, mars, mensu*, mensuel
        mes cameras, mise en, musiq*, musique, nous la, produ*, quartier, que deux, qui y
        remercier, renvo*, residence services, rue des, s il, sauve*, si la, socie*, societe
        souhaite, sur batterie, travaux ., une remise, us, voulais, vous remercier
        = 2 3
        . please, alerte ., aurait, autor*, bonjour nous, c etait, called ., chez ma, chez nous
        code et, compte rendu, de cle, de trois, debar*, deplacer les, en mai, fibre ., inclu*
        la tour, logo, logo ., magasin ., mai, or c, part en, personnes a, rendu, sauri*
        securite passe, sequence, smoke, suivr*, suivre, to open, une sequence, weeks .
        = 2 2
        . #, copropriete, je dois, ou les, rue, transmission .
        = 2 1
        d acces
        = 2 0
        alarm won, compte plus, l operateur, sans protection
        = 2 -1
        aux archives, centrale a, demande de, fois cette, la photo, orange et, plein, plus le
        signale que, visiophone est
        = 2 -2
        declenchements, infir*, le mur, so the
        = 2 -3
        . detection, alors, barri*, debra*, disque sur, lors, moyen, porte automatique, que de
        se ferme, sonne ., urgence
        = 2 -4
        ca, et la, grill*, hurle, matin ., messa*, porti*, rouge en, tout les
        = 2 -5
        marche plus, suis
        = 2 -6
        panne depuis
        = 1 9
        avez
        = 1 8
        veut savoir
        = 1 7
        . combien, . quelle, au format, de passe, docum*, est ce, give, mot de, notre, pour un
        serie, there an, un essai, what would, who
        = 1 6
        . est, . mot, a votre, acces de, ai clique, avoir une, changer mon, codes ., comment je
        commi*, commission, documentation, egare, faill*, for, francais, francais ., left .
        limit*, marche a, nom du, numero de, pendant un, pons, pour ajouter, prevu, puis je
        quelle est, refre*, refresher, souha*, stay, supplementaire ., sur cle, trava*, travaux
        videosurveillance, vous nous
        = 1 5
        . duree, . nom, . nous, . who, a quoi, besoin de, calle*, called, cherche, devis pour
        ecran et, en francais, en gros, epice*, epicerie, fermeture ., has left, heure de, house
        le mois, me dire, nom, nos, ou trouve, ouvre le, prest*, puis moi, quel prix, quelle heure
        recorder and, reten*, retirer, soeur, the house, there a, un client, un devis, version of
        villa .
        = 1 4
        # au, . ancien, . entre, . facturation, achat*, achats, arrivant ., assureur, aurai*
        batteries ., bonjour on, centrale et, code #, commission de, conseille, consignes
        consignes ., coupe*, cree, de reprendre, diman*, dimanche, en cree, encodage, encodage des
        entendu, est revenu, etait la, facturation, facturation badges, faire pour, h du, hold .
        horaire, inven*, inventaire, l equipe, la commission, la deplacer, la maintenance
        le faire, le vigile, limite, me the, month*, monthly, nothing wrong, notification quand
        notre enregistreur, numeros de, ou faut, peint*, possi*, possible, propo*, quelle camera
        qui peut, quoi sert, recevoir une, report, repri*, respe*, sauvegarder, service achats
        si on, sont les, support ., trouve le, utilisateur, vacances, venir ., visite de
        wrong just
        = 1 3
        batterie de, bete, bete ., change the, de zone, echafaudage, ecran est, elles, enoug*
        enough, enough ., etablissement, faut venir, fire alarm, is enough, is not, je pars
        l affiche, l echafaudage, la fibre, le nouveau, local velos, maint*, nos #, noter, pars
        qui n, send the, temporisation, un reglage, vehicules ., voisin, we are
        = 1 2
        n envoie
        = 1 1
        h au
        = 1 -2
        avec #
        = 1 -3
        atten*, au feutre, d alarme, direc*, feutr*, feutre, forcer, four, la barriere, ondul*
        onduleur, parle dans, plant*, plante, rideau est, souci, souci ., travers, vacanciers
        = 1 -4
        attendre, bug, butto*, casse*, de supervision, depuis ce, donc, ferme a, huit
        local technique, main sur, mari, mon mari, morning the, ne marche, so we, sol, supervision
        tient plus
        = 1 -5
        a rien, after, bonjour la, bonjour le, deja, employes, marche le, morning ., piece, sa
        un peut
        = 1 -6
        et nous
        = 0 12
        would
        = 0 11
        comment
        = 0 9
        comme*, on change
        = 0 8
        combien, compatible, compatible avec, detecteurs ., factu*, how do, mon mot, si un
        supplementaire, usb ., voudrait, vous pour
        = 0 7
        . nouvel, . visite, change de, compa*, fausse alerte, is there, perio*, plan, pour, quell*
        = 0 6
        # juin, . chat, . consignes, . double, . maintenance, . quels, accou*, ai oublie, ancie*
        ancien, badge pour, combien de, connaitre la, de decaler, de fin, depos*, doit, doit il
        duree, en retraite, facture, fille, formation ssiap, horai*, je souhaite, liste, loi
        ma fille, maintenance, memes, mon code, nous concernes, numeros, oublie mon, papie*
        papier, plann*, pourr*, prevenir le, prevue, regla*, reglage, retraite le, si oui
        sous videosurveillance, ssiap ., summe*, summer, sur notre, tempo*, the new, trouve t
        vous de, weeks
        = 0 5
        . anything, . formation, . liste, . power, . remerciements, . rendez, . rgpd, . travaux
        . user, . votre, a nos, a quel, account, activ*, addin*, adding, adding a, adresse .
        ahead, ajout, an dernier, anima*, animaux, animaux ., anything we, assur*, assurance
        assurance ., avril, bonjour c, bouge*, ce compatible, chiffrage, commence lundi
        comment faire, comment le, consi*, de serie, devis ., do i, dois, donner ., donner le
        en mars, est il, et faut, fenetres ., foota*, footage, formation ., from #, garder, guide
        guide ., inventaire ., lien, list, may, nouvelle directrice, on our, on passer, ou peut
        partir, plans d, plate, pm on, pourriez, pourriez vous, present ., prevu*, procedure pour
        proteger, quand nous, que l, quel est, quelle taille, recommandez, reglage ., reini*
        sans changer, sera, serait la, serie ., should do, site sous, sortir la, t on, taill*
        taille, the police, un mois, un voisin, users, utilisation, verification ., visite d, want
        we should, will the
        = 0 4
        # kg, . archivage, . changer, . demenagement, . does, . faut, . fermeture, . fin
        . horaire, . horaires, . nouveau, . panneau, . visit, . when, 10h, 10h ., a 10h, a quand
        a quelle, agit, allon*, aout, archivage, archivage ., aurais besoin, aurie*, auriez
        auriez vous, autom*, bjr jai, bonjour comment, ce a, ce qu, combien facturez
        courant mardi, coute*, creer un, d emploi, d ici, d implantation, d intervention
        de maintenance, de panne, declenche pas, demande pour, des cameras, devons nous, do we
        does the, doit avoir, dormo*, dormons, dormons a, du reseau, emploi, est pour, est quoi
        est rentre, excel, facturez, facturez vous, fibre le, fiche, fiche technique, firmw*
        firmware, forme*, former, gardien de, hello how, horaire ., horaires, i found, i need
        impla*, implantation, incident, j aurais, jamais fait, je voudrais, jours, kg, la facture
        la faire, la fiche, le mode, le reinitialiser, main du, maintenance visit, mode d
        mois prochain, need to, next maintenance, noter que, notre centrale, notre inventaire
        nous dormons, nous fermons, nouvelle, optio*, options, options ., our, our next, pardo*
        parle d, part ., peintres, pensez, pensez vous, petite question, please send, prevoir de
        prevue la, quand est, quartier ., que nous, quoi le, quote ., rapport ., recor*
        reinitialiser, remplacement des, retrouver, s agit, sched*, secondes c, seriez
        seriez vous, sessi*, session, simpl*, societe ., sont ils, tarif, tout va, un papier
        une cle, utilisateur ., videosurveillance ., vieux, vous pouvez, warn, we warn, when is
        who is
        = 0 3
        # septembre, . ajout, . registre, . thank, accueillons, add, au printemps, badges perdus
        cette periode, classeur, connaitre le, de parking, des utilisateurs, desol*, desolee
        deux cameras, dsi, du contrat, email, en aout, en janvier, english ., envoyer ., et avec
        etabl*, etablir une, faire une, faisa*, from, hello could, i add, i change, ils se
        interimaires, janvi*, janvier, janvier ., la femme, les interimaires, les memes, les plans
        les six, list of, multi*, notre assureur, nous accueillons, nous dire, nous indiquer
        nous vendons, or do, ouverture automatique, partir du, perdus, perdus ., periode, plan .
        pour #, printemps, que devons, registre de, schedule, schedule ., six mois, souhaiterais
        ssi, thank, thank you, the list, une video, utilisateurs ., velos ., vendo*, vendons
        vente, vous des
        = 0 2
        des travaux, jours les, pas chez, video pour
        = 0 -2
        de vacances, enregistrement, poe
        = 0 -3
        . onduleur, alarme s, chamb*, contrairement, contrairement a, coup, decro*, depuis votre
        enregistreur de, et il, et on, grille, guichet #, l appartement, l essai, peur que
        point ., reconnait, so, tourniquet, une affichette
        = 0 -4
        acces est, around #, avant l, bien les, button, depuis le, eau, est celle, et ce
        et depuis, fonctionnent, hour, le digicode, le portier, lumie*, minutes, ne fonctionne
        nous est, passent, portillon, pressed, quai, retire, sensors, shows, stays, suis pas
        = 0 -5
        . les, back, demar*, en direct, gardien a, longe*, longer, lumiere, marchent, no longer
        recoit, recu, secours ., twice, vous regarder
        = 0 -6
        but, detecteur du, the door
        = -1 9
        . projet, peut on
        = -1 8
        agran*, how, new, sommes nous, t il
        = -1 7
        . peut, assurance me, curio*, de jours, des passages, faire a, instant ., le volume
        liste des, pose, prendre ., what
        = -1 6
        . how, . notice, . sommes, ajouter a, audit*, avancer, can the, changer quelque, chien .
        decaler, droit de, empla*, emplacement, envoy*, envoyer, est ma, faite*, faites
        faut appeler, faut il, from monday, how long, l ancien, la liste, le papier, m envoyer, ms
        notice ., on programmer, on va, ou, ou est, pour garder, pour surveiller, prendre un
        sont elles, un lecteur, video a
        = -1 5
        . contrat, . devis, . droits, . extension, . garantie, . mdp, . reunion, . users, . vous
        . wifi, adres*, adresser, armer seulement, badges pour, besoin d, budget ., cambriole
        camera et, change l, chaussee quand, codes, comment on, connaitre, contrat, contrat .
        could we, d adresse, decaler la, devis, dimanche ou, droit, droits ., en horaires, engli*
        english, existe, faudra, for our, format pdf, genre, holid*, holiday, il appeler, indiquer
        intervention ., is our, je cherche, just planning, la duree, la notice, le demande
        le droit, les nouvelles, les numeros, mdp, mot, nom sur, notice, nous conseillez
        on weekdays, plans, pool, pool ., prix, prix ., quoi, rapport de, reparee, rgpd
        seulement le, shoul*, should, the pool, une panne, une question, user, users ., valab*
        valable, veut voir, we d, weekd*, weekdays, weekdays ., wifi, wifi .
        = -1 4
        # badges, . animaux, . assurance, . quote, a prevenir, accrochage sur, adopt*, ajout*
        ajouter, aout ., appeler en, attestation de, au magasin, audit, befor*, beforehand, briga*
        brigade, budge*, budget, chat, cle usb, cliqu*, clique, comment extraire, conformite de
        cost, court, cout, d enregistrement, d like, de conformite, de prise, de voir, demander
        demi journee, des peintres, dessus du, detecteurs vont, donner a, dossier, enleve le
        envoyer le, exper*, expert, extin*, filme un, format, il etre, il prevenir, il un
        journee de, juill*, juillet, keypad be, l expert, la nouvelle, language, language .
        le dossier, lui donner, maintenance ., me renvoyer, mode ., on enleve, opening hours
        our recorder, pdf, pdf ., please remove, pose la, prevenir en, programmer l, projet
        proposition, proposition pour, quali*, qualite, que se, quel numero, quelles sont
        qui doit, qui faut, regis*, remov*, remove, resil*, resilier, rgpd ., souhaite connaitre
        t elle, the data, to english, un rapport, une proposition, usb, utile, va prendre
        voisine ., vont ils, voudrais, welco*, welcome, who can
        = -1 3
        . doit, 9h, a appeler, absence ., actuellement, adapt*, adapter, aimerais, ancien gerant
        and what, application ., aux cameras, certi*, certificat, changeons, chat ., continuite
        cost ., d adapter, de continuite, de m, de partir, demande l, depart de, des contacts
        difference, dire comment, doit on, franc*, it cost, j aimerais, le depart, m indiquer
        many, nos images, notre plan, nous changeons, nous memes, proteger les, quelle difference
        quelles, registre, si le, un chat, un week, va bien, voudrions
        = -1 2
        chez moi
        = -1 0
        parta*
        = -1 -2
        a jete, appartement, d avance, fenetre ., jete, toute les
        = -1 -3
        . on, . quelqu, affiche batterie, autres donnent, button ., cochere, courr*, couverte
        depuis qu, detecteur de, donne le, du frigo, emett*, enreg*, est orange, est refuse
        fait avec, fobs, garag*, garage, la directrice, le lecteur, matin avec, mis une, moyen de
        passe par, plus moyen, plus sur, porte cochere, porte se, poste de, redemarre ., reparer
        reste est, retom*, tombe*, va ., vingt deux
        = -1 -4
        . enregistreur, . fob, a cause, a cote, ascen*, ascenseur, au telephone, bruit de, cellu*
        cellule, chaud ., complete, coproprietaires, d autre, dead, du cabinet, du hall, ecran*
        ecrans, en bas, est l, est toujours, fois le, grave ., is fine, l eau, l intrusion
        l issue, la cam, livreurs, mon collegue, mon poste, ne tient, now, nvr, nvr ., plus au
        radio, sms, test de, verro*
        = -1 -5
        a grille, and, cameras #, chef, clign*, dont, est mort, inqui*, je me, mis de, ne bouge
        ne s, ouvre, permanence ., point*, quand vous, salle
        = -1 -6
        . cam, and the, celle de, desce*, enregistre, grille ., le soir, les heures, recoi*
        senso*
        = -1 -7
        le detecteur
        = -2 8
        do you
        = -2 7
        . comment, . do, . ou, . quelles, do, quels, suppl*, voudr*
        = -2 6
        . can, conse*, conseil ., conseillez, h faut, horaires d, il me, images d, l an
        le certificat, nouveau magasin, organ*, planning, recru*, versi*, version
        = -2 5
        # mars, . what, access to, aimer*, alarme avec, an prochain, combi*, conformite
        conseillez vous, en premier, est prevue, exten*, il possible, le #, le dimanche
        nos vacances, numer*, passe t, pendant nos, peuve*, peuvent, possible de, pour son, price
        prochain ., programmer, seron*, supplementaires, une alarme, vous faites
        = -2 4
        . hypothese, . numero, . si, annue*, avant et, avez vous, batteries, clear ., composer
        deverrouillage, existe t, extension, extraire ., for how, garan*, garantie, garantie .
        holiday mode, hypot*, hypothese, je prepare, le budget, le deverrouillage, les jours
        list ., marche bien, nous organisons, of people, organisons, organisons un, people who
        pour que, prepare le, proposez, proposez vous, question ., question bete, renou*, renvoyer
        send, serai*, suivre pour, une demi, would you, you please
        = -2 3
        . avez, a suivre, alarme sonne, assureur demande, d ete, extension ., la marche, la visite
        plan de, un acces, un exercice
        = -2 2
        . dans, . jai
        = -2 1
        . codes, accueil ., annuelle .
        = -2 0
        . une, bienvenue
        = -2 -1
        affic*
        = -2 -2
        appartements n, bienv*, conti*, en a, interphone, lieu d, pilot*
        = -2 -3
        6h du, accue*, accueil, alerte en, arriere ., autres badges, avons bien, bas et
        batiment est, burea*, capte*, celle du, de venir, entre avec, filme le, jai fait
        l adjoint, lecteur salle, les badges, metre*, metres, occupe, par l, plus quand, pour rien
        presse ., que c, ras, remarche mais, resso*, ronde, sirene de, soirs, sont bons, touch*
        trois secondes, usage*, vingt metres
        = -2 -4
        . digicode, . poste, . tres, affected, affected ., affiche plus, autre ., bibli*
        bibliotheque, bonjour une, bourd*, bourdonne, capteur, cave, centre, clavi*, debranche .
        decolle, deuxi*, deuxieme, digicode ., discrete, du portail, empreintes, empreintes .
        en continu, en temps, encore hier, est muette, est tout, faux, fichiers, has lost
        images a, its, je recois, l incendie, la bibliotheque, la cave, la chambre, la piece
        labo ., le laisse, les coproprietaires, local poussettes, lors du, ma femme, mais cela
        mais la, membe*, messages, minute, mur d, normalement la, on le, out, ouvre plus, palie*
        perdu, porta*, poste, poste*, pour m, pour nous, poussettes, presq*, presque, pris
        puis ca, regar*, shows a, sont a, tape, the other, transmet, un ., un bruit, un de
        verifier ., vous verifier
        = -2 -5
        # ne, . bien, . sinon, a ce, a une, bouge plus, canti*, cantine, else, gens, grave
        la salle, la sonnerie, la video, le reste, led, les gens, les livreurs, les onze, light
        m appelle, mais, manque, nettoyage, panne generale, passent par, plaig*, plaignent
        portier, recon*, remis, see the, semaine ., sonnerie, supervision ne, tempe*, toujo*
        toujours, tout y, trois autres, un cable, vue sur, y est
        = -2 -6
        affiche, allum*, dessus ., fait un, fois, intervenir ., le clavier, manqu*, minut*, parti
        = -2 -7
        . not, . telesurveillance, il est, on pouvait, recording, sonne
        = -3 7
        . quel
        = -3 6
        creer, des personnes, panne pendant, vacances .
        = -3 5
        . export, il une, notre contrat, pour notre, two more
        = -3 4
        badge en, demande si, garde*, magasin en, serait, vous prevenir
        = -3 3
        . could, . y, badge du, could you, d une, exercice ., remer*, you
        = -3 2
        a s, accrochage, concernes, concernes ., decembre, decembre ., nouveau, vous le
        = -3 1
        an, avec mes, bleus, de peinture, de remplacer, encod*, et peut, fera
        interphone appartement, la charge, la question, ordre ., pour qu, read it, rentre dans, un
        vois
        = -3 0
        . a, . mon, accueil du, cameras sur, enregistreur ., etage ., je prefere, mois ., plati*
        prefere, principale ., propr*, propre, sans fil, souci depuis, tient la, un autre, veter*
        veterinaire, vous du
        = -3 -1
        a second, alarme continue, archi*, aucun probleme, batterie, ca va, code de, des piles
        ecran, exploitation, fauss*, jour et, le hall, like a, marche, ou vous, pas eu, pas la
        porte principale, prochain, repor*, repos*, se, temps en, the kitchen, time ., trop
        une fois, way
        = -3 -2
        . exploitation, . monitor, after a, arme et, ceux, clavier rdc, couvre, cover*, etes
        """
}
