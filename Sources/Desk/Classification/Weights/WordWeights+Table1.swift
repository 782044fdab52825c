// What words weigh: learned from our own labelled sets by `make weigh`, never written by hand.
//
// "= 3 -2": what follows weighs 3 for Critique and 2 against Informatif. A dot is the edge of
// a sentence, "#" a number, "surve*" every word that begins so.

extension WordWeights {
    /// All tables.
    static let tables = [part1, part2, part3, part4]

    private static let part1 = """
        = 11 -1
        since
        = 10 3
        . toujours
        = 10 2
        donc plus, sont plus
        = 10 1
        ne sais
        = 10 0
        info
        = 9 4
        pharmacie
        = 9 3
        mere, plus aucun, plus rien
        = 9 2
        aucun code, box, paniq*, panique, panique .
        = 9 1
        . systeme, enregistrement ., est debranchee, fuite, par nuit, sans badge, the storm
        toujours pas
        = 9 0
        . pb, alarme de, alarme du, et rien, le batiment, les lecteurs, mardi ., pb
        = 9 -1
        bonsoir je, depuis #
        = 8 5
        rouvr*
        = 8 4
        pharm*
        = 8 3
        bonjour ca, coffres, des coffres, merci ., ne verrouille, sas d
        = 8 2
        armoire de, barriere d, barriere infrarouge, been, bouton panique, code est, de box
        du tout, hors service, ne me, plus du, repond pas, sais pas, vols
        = 8 1
        affiche defaut, au bip, box internet, circu*, de test, demande plus, fract*, go, happened
        incon*, la direction, laisse passer, le vide, ni, noticed, ouvert toute, redem*, redemarre
        sur ce, vols dans
        = 8 0
        . issue, . maison, . zone, affiche derangement, bonjour les, cette nuit, clotu*, cloture
        contre, donc sans, dorme*, dorment, ils sont, ne filme, que personne, sont noir, sorti
        = 8 -1
        . perte, importe quel, met plus, ouverte ., rapidement, reste*, sans rien, voir
        = 8 -2
        bloqu*
        = 7 9
        . question
        = 7 5
        const*, non
        = 7 4
        l installation, le rez, ouvre a, parking .
        = 7 3
        ce soir, ecole ., je ferme, ni le, on est, porte*, serveur de, service ., week
        = 7 2
        . controle, 2h, a ete, avons essaye, baign*, baigneurs, de derriere, defaut et, dehor*
        dehors, des baigneurs, hotel, infrarouge cote, les agents, matin la, nuit au, nuit depuis
        panel, passage de, passer sans, personne est, plus d, plus vite, que le, que quelqu, sauf
        = 7 1
        . hier, . or, . surveillance, absence, alarm panel, armoi*, armoire, au plus, avons du
        ce sont, coffre, comprendre, coupe par, de s, digicode de, dire ., dizai*, dizaine
        du coffre, du stock, entre le, et du, et quand, ferme plus, force, gsm ., impossible de
        informatique, l armoire, les radars, message dit, moitie des, parking souterrain, parto*
        personne ne, porte de, protegees, pti, pti ., quand j, radar*, radars, rail, reparti
        room ., sans que, secours du, service en, soute*, souterrain, temoi*, the battery, tourn*
        une dizaine, verrouille plus, won, won t
        = 7 0
        # personnes, . cameras, a question, affichent, air, all cameras, aperc*, aucun, avant .
        bloquee en, code ne, conte*, coupure ., coupure fibre, depuis dimanche, did, diver*
        divers, door ., est reparti, et elle, etage de, fait quoi, gsm, hier, importe qui, isole
        je veux, l appel, la coupure, laissent, mode and, noir ., pelle*, plus et, portes du
        qui alimente, re, reste verrouillee, says offline, sirene et, sont dans, station
        transmetteur, vendeuse, veux, ville
        = 7 -1
        alarme ni, bonjour ce, choses ., hs ., hurle depuis, la caisse, les travaux, noir
        panique de, portes sont, re ., someb*, somebody, toutes les
        = 7 -2
        . video, d intervenir, decou*, refuse de, rester, voitu*
        = 6 6
        alarme en, mettr*, mettre
        = 6 5
        appel, arriv*, coupe le, manip*, preve*
        = 6 4
        . info, conge*, h #, installation, magasin est, mettre l, perme*, site
        = 6 3
        . absence, auton*, cameras, cameras on, cette, commu*, de nuit, direction, dites, ecole
        entree ., h ., half, link, pas que, portes, syste*, video ., y en
        = 6 2
        . acces, . ascenseur, . lecteurs, . someone, aveugle depuis, been off, car park
        chaque fois, chez vous, cote voie, cotes, deux heures, ecran dit, en marche
        enregistreur sont, expli*, ferree, had, inconnues, interphonie ., la plage, le parking
        le systeme, les portes, mais le, mettre en, ne sait, oblig*, off, off since, perdu le
        porte arriere, poste ., relecture s, serveur d, seule qui, systeme depuis, teste ce, voie
        voie ferree, vous passer, week end
        = 6 1
        . cctv, . cordialement, . gardien, . impossible, . intrusion, a 2h, a coupe, adjoint me
        agenc*, agence, arrivee, aucun appel, badges crees, bonjour plus, bouge, cctv ., celles de
        certa*, chain*, chaine, clavier est, commence ., contact avec, courrier ., crees, d heure
        de cameras, de semaine, decon*, derriere les, detection ., dix fois, dizaine de, doing it
        donne sur, du coup, durin*, during, en boucle, en position, entre*, entree principale
        entree reste, entrepot ne, erreu*, erreur, et je, evening we, faire ., fermer
        fonctionne depuis, good evening, hui ., in there, it again, l arrivee, l interieur
        la mettre, la rampe, lecteurs de, les operateurs, les residents, les vitrines, light*
        mari ne, matin pendant, midni*, midnight, monde meme, ne la, ne se, night, nuit impossible
        operateurs du, panel shows, perso*, pharmacie ne, plus fermee, plus sous, posit*, position
        pour votre, quel code, rampe, redemarre en, restaurant, rien au, ring, ring me, s doing
        safe, salle*, salles, service depuis, since tuesday, sous alarme, sur place, the safe
        truc, une chaine, verrouillage, vue .
        = 6 0
        . alarm, . apres, . autre, . demande, . divers, . donc, . enregistrement, . fumee, . help
        . monitoring, . serveur, . trois, . voir, . your, a fait, a recu, agres*, alarme qui
        all ., and we, anti, apparaissent, arrete a, arrete pas, attac*, aucun de, avec n
        avons recu, badge n, batiment b, bloquee, boucle, call me, cash, ce week
        centrale incendie, chant*, chantier, chaussee ca, claque plus, claviers, coffre .
        collegue est, comprendre ., constate que, control, controller, cour ne, crech*, creche
        de passer, degat, delivery, demon*, depuis tout, des urgences, detectors, dimanche et
        disque est, doing, donc la, du telesurveilleur, ecrit, empty, en arrivant, en compte
        en local, end et, entra*, entrance, entre cette, envir*, environ, est aveugle, est grave
        et affiche, etein*, fail, half an, heber*, help, individus, informe, ira, it is
        l exercice, l ont, la fumee, la pharmacie, labor*, laboratoire, le serveur, lors de
        matin une, medai*, medic*, metal*, metallique, nothing ., notre veilleur, on rentre
        ouvre la, palet*, parce, parce que, pas a, passe quand, perte video, petits, peur
        please call, points, position ouverte, quel visiteur, rapidement ., reboot, recu aucun
        recu un, red, red light, reparation, reparation ., retour, retrouve, rideau metallique
        rien ., ronde ., rouge sur, rouvre, se rouvre, se sont, secours de, seul moyen, seule le
        silencieuse, silencieuse ., since the, since then, site ., site de, site est, sont hors
        sortie de, still open, stock*, storm, suis seule, surveillance, tant que, this, tourne
        un probleme, une dame, urgences, veilleur, vide ., visiteur peut, voulu, vraim*, vraiment
        = 6 -1
        a aucune, a moitie, a personne, aucune des, avant ce, avons perdu, camera des, can t
        chate*, cherchant, de saint, de se, decouvert, dedans ., defaut systeme, dit, dois faire
        du depot, du hangar, ecris, en cherchant, entree du, h les, here, hs, je constate, je suis
        l historique, la cloture, la formation, le bloquer, le site, licence, logiciel ne, on a
        on tire, palettes, pas si, passage l, plus mettre, prevenu, qui ouvre, rappeler
        recommence, s est, sas, stati*, sur toutes, the whole, travaille, us ., voit plus, was
        whole
        = 6 -2
        . bureau, 4h, de samedi, de vous, n a, ne peut, nuit de, passer ., personne, personne n
        perte, rooms, svp ., telesurveilleur m, this morning, vide depuis, vu
        = 6 -3
        . alarme, avons ete, rapid*
        = 5 6
        ils, journee .
        = 5 5
        contr*, du materiel, mail, panel .
        = 5 4
        . nothing, coura*, does ., jai, journal, last, le journal, now ., ouvrir le, quelque
        quelque chose, qui a, recev*, reser*, retro*, salarie
        = 5 3
        agent*, arrivant, au moins, autonomie, belle*, chose, courant, dans les, demai*, demain
        depan*, depannage, deran*, derangement, effraction ., est fait, et des, ete, floor, get
        group*, info ., installation ., monitoring, nous convient, repar*, semaine passee, suppr*
        syndi*, systeme, tabac, we, zone #
        = 5 2
        . all, . bjr, agee, agee est, alarme pouvez, aura, bjr, camera au, coffres n, compo*
        dame agee, de l, depart, dispa*, disqu*, du matin, du mois, eject*, en meme, ensemble des
        entrebaille, est la, etion*, etions, etran*, exclu*, habitants ., hanga*, hangar
        images du, intrusion ., joint*, jointe, l inondation, la bijouterie, les habitants, mars .
        meme temps, mercr*, mercredi, montr*, n etions, ne compte, ne recoivent, nous recevons
        pas ., passent toujours, perimetre, platines, pouvoir fermer, recevons, recoivent plus
        remor*, remorques, restee coincee, rien depuis, rouvrir, salon, stupe*, stupefiants
        suret*, surete, today, today ., visites, vous dire
        = 5 1
        # #, . grille, . hotel, . panel, . pti, . ronde, 19h30, 19h30 ., a 19h30, a isole
        accepte n, admin*, administrateur, agence #, agents n, alarme fait, alone, attendant une
        aussi mais, badges supprimes, bonjour de, bonjour est, bonjour trois, braqu*, ca dure
        ce midi, ce quai, ce qui, centre ville, cette piece, clock, close ., compteur, couch*
        dans cette, de brule, de suite, deliv*, depuis mardi, depuis mercredi, depuis vendredi
        desormais, deux portes, dit defaut, droits donc, du niveau, ecran noir, en arret
        enregistreur fait, est hors, est sorti, et y, eviter les, fais, fait, fait voler
        fence detectors, ferre*, guichet ne, histo*, historique, il faire, incendie ., indiq*
        interphone est, interphone et, isole la, isolee, je fais, je n, la fermer, la qu
        la releve, laisser, le conseil, le truc, let, lets, licen*, lift, loadi*, loading, lourd*
        lourds, maison ., mettre ., minutes et, mis un, mon alarme, ne fait, ne reagit
        ni controle, nous ni, odeur, odeur de, ose, pas derriere, pas le, perimeter .
        plus personne, poids, poids lourds, portail ecole, porte ne, portique, pour eviter
        pour tester, preci*, presb*, presbytere, presidente, presidente du, probleme de, qui se
        reagit plus, recom*, released, releve, releve de, rentrer, reste en, reste levee
        reverrouille pas, rien recu, se mettre, signale qu, since yesterday, soit, sonne dans
        supprimes, syndical ., tac, tac et, taire, the loading, the panel, tombe ., tonig*
        tonight, tonight ., toute la, toute*, toutes, truc a, until the, vehicule, vignettes sont
        = 5 0
        . back, . degat, . interphonie, . last, . lors, . message, . orage, . portail, . pourtant
        . rappel, . rappelez, . server, . since, . ssi, . toute, . videosurveillance, a filmer
        a metre, ai plus, alarme technique, alcoo*, and nobody, annon*, anyon*, anyone
        apparait plus, appele, armed, armed ., armee, arrachee, arretee, arrives, astre*
        astreinte, at all, au sous, aucun signal, avec m, avec son, badge passe, bloque avec
        bonjour voir, bonsoir on, boutique ., brule, brule dans, button did, cale, cameras en
        carte de, casser, ce moment, centrale, cher, cher monsieur, ci, circule, coincee, comms
        comms fail, communique, conci*, concierge, cordialement ., coucou ., de cantine
        de detection, de rester, de verrouillage, declenchee mais, defaut ., desor*
        deverrouillees, did nothing, direct mais, donc a, donna*, du laboratoire, electrique de
        elle va, en ce, ensem*, ensemble, environ une, est plante, est venu, etant, fail and
        fait trois, faut une, fumee ., gamin*, gamins, gamins dans, gate won, general, general .
        go off, grise*, grises, h ce, h et, had a, half of, has been, have been, hdd, hebergement
        i m, ils ont, indique, indiv*, infirmieres, installateur, interphonie, je viens, journal .
        justement, l exposition, l unique, la derniere, la migration, le devis, le direct
        le moteur, le proviseur, le relais, le toit, les infirmieres, lights, lights on, loop
        lundi le, maitr*, maitre, menace de, message ., metre lalarme, migration de, minutes and
        minutes sans, moi svp, montent, muets, n apparait, n aura, ne communique, ne remonte
        ne voit, ni la, no lights, none, none of, noticed that, nuits, only noticed, ouverte par
        panel says, par heure, pas, pas on, pas sur, pas tenable, personne a, picture .
        piece jointe, plu, plus qui, plus un, pompi*, pompiers, probleme avec, prome*, proviseur
        pu rien, quai de, quarts, que faire, que la, qui entre, rappelez, rappelez moi, reach
        react*, recommence ., recti*, remarque, remet*, remettre, remonte ., reserve a, resid*
        reste ouvert, restent muets, retie*, retient, retour de, rien dans, rouge, route ., ruell*
        ruelle, sais, sait plus, sas bloque, sas du, saute*, server, server room, serveur, seule a
        situa*, situation, societe qui, ssi en, stock a, suite ., syndic, tenab*, tenable, test du
        tested, the server, tout a, toute seule, trois quarts, unique, unite, viens, vient de
        vigne*, vignettes, ville ., vitrine a, vitrines, we noticed, will not, yeste*, yesterday
        = 5 -1
        . cela, . comme, . defaut, . detecteurs, . ils, . morning, . nobody, . plus, . sans, . sas
        . security, . suite, . toutes, a ecrit, ai coupe, apercu, aveug*, base, bloquer
        bonjour en, c la, cela fait, chateau, chose mais, chose*, choses, depuis les, dernier .
        des clients, descendre, dever*, disen*, disent, divers ., door open, dropp*, dropped
        en faisant, enregistre la, est entre, faisant, ip, l aile, la laisser, la liaison
        le boitier, le sas, liais*, liaison, ma vendeuse, magasin se, matin les, me dit
        mois dernier, monsieur je, moteu*, moteur, munic*, never, non plus, notre alarme
        nous appelle, nous sommes, objet, objet ., one in, ones, ouvert, par contre, peut passer
        plus a, plus acces, plus de, plusi*, plusieurs, poste video, pourt*, pourtant
        rapidement sur, remettre ., reseau de, retou*, s armer, sans objet, saura*, saurais, say
        says, site depuis, someo*, someone, su, sur un, surveillants, tant, the power, the wall
        un usager, une voisine, usager, votre centre, votre systeme, walke*, walked, wall
        = 5 -2
        . depuis, . probleme, . re, appelle pour, avons remarque, bouge ., coffr*, d autres
        dehors ., dit que, ecran bleu, enregistreur ne, est noir, fait une, ils n, it s, ni dans
        no, peut plus, place du, plus, refuse, seul, svp, voiture, vous venir
        = 5 -3
        . ca, . centrale, arret*, depot, detection, rappe*, suite, urgen*
        = 5 -4
        par le
        = 4 10
        quel
        = 4 7
        # h, . code, h, will
        = 4 6
        baissee, confi*, just, nos cameras, prevenir, recorder, si
        = 4 5
        # sont, . tout, alarme ., find, guest, heure*, les camera, lundi, merci pour, t, takin*
        = 4 4
        . lalarme, . livraison, . mairie, cherc*, comprise, de lundi, deman*, depuis plus, en haut
        et a, fire, for the, found, hotel ., infor*, la reserve, le nvr, les vehicules, mater*
        notre site, ou ., pleas*, please, remis*, remise, rentr*, reserve, sonner, the recorder
        tour, venez, with our
        = 4 3
        # rue, . panne, 20h, activer ., agents, annul*, appeler, ce, condi*, conditions, confirme
        controle d, coupure, de dimanche, dort, encore ., et une, groupe, heures d, l ecole
        laiss*, les detecteurs, livraison ., magas*, magasin, main, main gate, migra*, migration
        night manager, notic*, nous venons, plage, previ*, remontent, rien et, salar*, set
        the main, the monitoring, venon*, venons, volet*, volets, voula*, which
        = 4 2
        a vin, arrive ., certaines, cet, chantier ., cheva*, chevaux, constate, coupu*, days
        de disque, demonstration, detecteurs, exercice ppms, from us, heure la, je m, la societe
        logiciel de, m, mesure, month, notre cote, nous partons, office ., park, ppms, ppms .
        quart*, reporting, repro*, river*, si je, sont derriere, switch, systeme est, there
        tout l, un passe, uniqu*, vin, vingt minutes
        = 4 1
        . coffre, . parking, . pour, . qu, . reserve, . trouvez, 3h, a notre, a plus, afternoon .
        ai l, ame, ascenseur parking, au dessus, au rez, boucle #, braquer, braques, cameras have
        ce cote, clavier eteint, coincee dans, compe*, conne*, cote rue, courrier, couverts
        couverts ., creche ., d hier, de bien, de liaison, decoupe, decroche ., derriere une
        des tanneurs, deverrouillees ., direct ., electriquement, en forcant, enfermee, et portail
        et reste, et vit, exclue, exclue ., fait braquer, filme par, fleur*, foot, forca*, forcant
        free, grillage, haute*, hauteur, her, heureusement, hier quand, hold, intem*, intempestive
        intempestive ., interphone d, is down, je vous, know, l ame, la cour, la creche, lalarme .
        le nettoyage, le trousseau, les claviers, les etages, les pompes, les pompiers, letti*
        letting, letting everyone, manager the, mi hauteur, mode test, ne claque, nous l, nuit
        or le, ouvrent plus, parle plus, partons, partout et, parve*, plus electriquement, plus qu
        pompe*, pompes, pour changer, pour pouvoir, preparatrice, qu on, quel vehicule, qui donne
        qui surveille, rappel, rearmement, recre*, rendu l, rien dit, rien savoir, sait, secti*
        seulement ., she, sorti en, suis la, surveille, surveiller les, systeme ., tabac ., tanne*
        tanneurs, the cameras, tract*, tracteur, tried the, trois jours, trouvez, un salarie
        vendredi #, vit, vit seule, with
        = 4 0
        # of, . caisse, . cave, . d, . hall, . local, . mur, . n, . panic, . photo, . plusieurs
        . resultat, a couche, a dit, a fini, a les, agression, alarm box, alarm test
        alarme intrusion, alcools, anciens, antiv*, appeler le, apres la, apres le, around the
        arrache un, attend, au niveau, auto, autrement, avant, avec deux, avoir a, base de
        batiment des, bloquee ., bloquer tout, boitier blanc, buzzer, ca recommence
        cabinet medical, caisse centrale, cameras du, cameras exterieures, capteur ., casse on
        cause de, ce soit, centrale refuse, chose ., coffret electrique, college ., comme vu
        communication, communique plus, compose, compose le, conservateur, cordi*, cordialement
        couche, croix, d appeler, de donnees, de sonner, de surveillance, decla*, declenchent
        declenchent plus, defaut permanent, degat des, degra*, degrade, demain mais, demontee
        depuis elle, derniere fois, des eaux, des rondes, des siennes, descend plus, dessus de
        detectee, detecteurs sur, deux individus, disjoncteur par, dix, dorment dans, drug
        du cuivre, eaux, electrician, electrician left, elle refuse, elle s, elle veut, en salle
        entrance ., entro*, entrouverte, envol*, est arrete, est en, est evidemment, est hs, et sa
        etait pas, ete arrachee, ete demontee, ete retrouve, etre pas, evide*, evidemment
        exterieures, fait plus, fini par, fire panel, fond, garderie, gasoil ., general et, gre
        happe*, help ., heures et, hier en, hopit*, hopital, hopital ., importe quelle, inconnu
        inond*, inspe*, j y, joint, jusqu au, juste*, l internat, l unite, la centrale
        la detection, la regie, laboratoire ., lalarm, le buzzer, le centre, le coffret
        le conservateur, le parc, le remettre, le stock, le tourniquet, les nuits, les riverains
        lightning, livraison n, local serveur, local*, locki*, locking, ma carte, ma mere
        ma preparatrice, matin le, medical, men, metallique ., minutes ., monitoring station
        muette ., n etait, n ouvrent, ne declenchent, ne descend, ne remontent, nobody patrols
        nord ., nous a, on pousse, ou nous, ou pas, overn*, overnight, overnight ., paren*
        partiel, partielle, partielle ., partout, pas et, passee, patrols, pendant une
        perimetrique, perimetrique ., perte de, peur ., portes coupe, poste mais, qu un, que ce
        que plus, que soit, quelle carte, quoi que, rearm*, redemarrer, redes*, redescendre
        reess*, reessaye, remon*, remontee, remontent plus, resident, reste ouverte, resul*
        resultat, resultat ., rever*, reverrouille, rideau ne, rien vu, riverains, rondes .
        rouge et, rouge*, rouges, s en, s enleve, salle informatique, se reverrouille, sent
        sent le, service du, shut, si c, side ., siennes, siennes ., sonne pas
        sont deverrouillees, sont eteints, station service, stockage, stocke, stocke .
        surveillant, svp c, systeme arme, the drug, the electrician, the entrance, touched
        touched nothing, tourniquet de, tous, tresor, trous*, trousseau, trouve l, un cote
        un resident, un surveillant, une bagarre, une simple, une sortie, unite fermee, ve
        venez vite, veut plus, voila, voir piece, votre retour, voulo*, vouloir, vous ecris, vu .
        vu que, walk, we ve, with the, zone non
        = 4 -1
        # foi, # heures, # ouverte, . aucun, . boutique, . door, . heureusement, . point, . portes
        . retour, . salle, . she, a vole, after the, alzheimer ., appel d, aroun*, around
        au passage, au poste, aveugle, avons, avons eu, bipe et, bonnes ., brace*, bracelets, bus
        celle*, celles, celles du, connait, contre ., de bus, depen*, depuis samedi, derri*
        derriere, des que, desarmement, disent que, dispose, dispose plus, dit de, dossiers
        ecole jules, en derangement, en travers, est ., et que, et sur, eteints, fence, fermer .
        foi, foudre ., gache ., gars, hier #, hier et, i walked, il peut, jules, l a
        la chaufferie, la seule, la ville, le depot, le switch, les bracelets, les gars
        mais depuis, maman, mauva*, meme #, mere ., mere a, municipal, ne dispose, ne pouvons
        night guard, normal que, on s, passe rien, pende*, pendentif, petit boitier
        petite lumiere, plus derriere, raison et, relev*, relie, relie a, restent, rien declencher
        security is, set ., seule et, soir mon, souci avec, sujet, tamper and, technicien .
        the night, tout depuis, tout ni, un message, une maman, venez ., vole, voyant est
        = 4 -2
        . agence, . live, au sujet, avec l, call, connais, control room, depui*, depuis
        deverrouillent, deverrouillent a, dos, du fond, elect*, en mode, est mise, exclu
        finissent, last night, le monde, les deux, live, mise ., monde, montre, nous avons, on ne
        se deverrouillent, serve*, sujet de, throu*, through, tourne ., un souci, visio .
        = 4 -3
        . visio, all, avec un, defau*, defaut, est apercu, impor*, les voisins, ne, orage, orage .
        prevenu personne, rentres, soir ., vitri*
        = 4 -4
        du magasin, refus*, rien
        = 3 9
        vous avez
        = 3 7
        acces ., donner, faire un, peut, question, vous
        = 3 6
        . badges, . compte, faire, ou en, our panel, to, vos
        = 3 5
        . archives, . et, . merci, ai change, attentat, bassin ., demain ., e, equip*, fire drill
        for two, formation, je, le courant, ou le, park ., parti*, pour l, se passe, simple
        un collegue
        = 3 4
        . test, 21h, a encore, acces*, access, access ., activer, bonjour notre, bonjour pourriez
        cambr*, ce que, comprise ., compter, demen*, devon*, devons, dire, does, echaf*, explique
        geran*, gerant, itself ., jours la, le logiciel, le samedi, lecteurs ., les plaques
        masqu*, me, mensuel ., montrer, nous demande, nuit ., over, parti ., pc ont, permet
        pour vous, prestataire, profi*, profite, publi*, public, que, relie*, remonter, sirene se
        six ., sous, switc*, terrain, the access, the master, un portail, un second
        = 3 3
        . just, . migration, a guest, afternoon, as they, au #, contacter, contacter ., cou
        dans le, declencher ., enleve, est le, fibre, good afternoon, migration ., montrer .
        openi*, ou j, outag*, outage, outage ., pharmacie ., polic*, police, resea*, reseau
        savoi*, savoir, so that, technique, the fire, trouve, une petite, vient, voisin a
        went down
        = 3 2
        . site, 20h ., 8h a, a 20h, a quitte, alarme incendie, cabinet veterinaire, cameras .
        canno*, cannot, centrale en, chez lui, couper, cuivr*, cuivre, de ce, disjo*, dossi*, eu
        genda*, gymna*, gymnase, l agence, le magasin, on part, panne et, probleme chez, put
        que depuis, quitte, relir*, relire, residence, rien du, rouge ., savoir si, trois, tuesd*
        tuesday
        = 3 1
        # plus, . des, . transmission, a lache, allument plus, armoire du, arrete au, bijouterie .
        boula*, bout du, cabinet dentaire, code, coffre ne, d entree, de bip, de cloture
        de lumiere, denta*, dentaire, dentaire ., dit ., du fil, entrer, eu une, failu*, failure
        have, impre*, impression, impression que, interieur, l impression, le cuivre, les tilleuls
        opening, ouvertes, ouvertes ., ouverts, payer, presence, prevenu le, put a
        restent ouvertes, rien je, salle des, sans payer, soir la, tille*, tilleuls, y passe
        = 3 0
        # cm, # km, . avant, . half, . mme, . opticien, . urgence, . ya, a deja, a lentree
        """
}
