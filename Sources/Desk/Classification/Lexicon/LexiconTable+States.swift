// In what state things are: dead, doing badly, at work, restored, standing open, closed.

extension LexiconTable {
    /// The states of things.
    static let states: [LexiconTable] = [
        LexiconTable(
            .whole,
            .fine,
            words: """
                sinon ras, sinon rien a signaler, a part ca ras, rien d autre a signaler, a part ca tout va
                a part ca rien, a part cela rien, sinon rien, apart from that nothing, a part ca nickel
                otherwise fine, otherwise ok, otherwise all good, apart from that fine
                """
        ),
        LexiconTable(
            .whole,
            .fine,
            words: """
                chez nous rien, chez moi rien, rien chez nous, rien chez moi, fine at ours
                """
        ),
        LexiconTable(
            .whole,
            .dead,
            words: """
                perdu l ensemble, perdu toute, perdu toutes, perdu tous, perdu tout, perdu la moitie, lost all
                lost the whole, lost half, lost every, lost everything, plus personne ne peut, plus personne n arrive
                plus personne ne parvient, personne ne peut plus, personne n arrive plus, no one can, nobody can
                nobody is able, no one is able
                """
        ),
        LexiconTable(
            .dead,
            words: """
                est refuse, est refusee, sont refuses, sont refusees, est rejete, est rejetee, sont rejetes
                sont rejetees, is refused, are refused, is rejected, are rejected
                en panne, tombe: en panne, tombee en panne, tomber en panne, pannes, hs, h s, ko, k o
                ac fail, ac loss, ac lost, mains fail, mains failure, mains lost
                en absence, en absences, absence de communication, pris l eau, prend l eau, noye:, noyee
                noyees, par terre, perdu la main, perdu le controle, perdu le passe, perdu notre passe
                perdu mon passe, perdu le badge maitre
                hors service, hors d usage, hors tension, hors ligne, hors fonction, hors circuit
                en defaut, in fault, in error, en erreur, en rade, en carafe, en rideau, dans les choux, a plat, a l arret
                mort:, eteint:, noir:, tout noir, ecran noir, ecrans noirs, ecran bleu, carre noir, carres noirs
                muet, muette, muets, muettes, inactif, inactive, inactifs, inoperant:, inutilisable=
                inoperationnel, non operationnel, non fonctionnel, indisponible=, injoignable=
                plante, plantee, plantes, plantees, fige:, figee, figees, gele:, gelee
                grille, grillee, grilles, grillees, crame, cramee, brule:, brulee, brulees
                arretee, arretees, bloque:, bloquee, bloquees, demagnetise:, demagnetisee, casse, cassee, casses, cassees, detruit:, arrache:, arrachee, arrachees, sectionne, sectionnee
                deconnecte:, deconnectee, deconnectees, deconecte, decroche, debranche, debranchee
                perte de connexion, perte de communication, perte d image, connexion perdue, communication perdue
                image a disparu, images ont disparu, lache, a lache, ont lache, rendu l ame
                ne donne plus signe de vie, plus signe de vie, sans reaction, a cesse de, ont cesse de
                s est arrete:, s est arretee, s est eteint:, s est coupe, s est coupee, est coupe, est coupee, sont coupes, sont coupees, ete coupe, ete coupee
                coupee, coupees, plus acces a, plus acces au, plus acces aux, plus d acces a, plus d acces aux, aucun acces a
                perdu l acces, no access to, lost access, lost contact
                out of order, out of service, is down, are down, was down, were down, been down, went down, goes down
                gone down, down since, down again, all down, completely down, cameras down, system down, alarm down
                recorder down, server down, silent, silencieux, silencieuse, silencieuses, en veille, dead, offline, off line, broken, black, blank, frozen
                crashed, failed, faulty, lost, no signal, no video, no image, no picture, cut off, disconnected
                knocked out, stopped, stopped working, stopped recording, unresponsive, inoperative
                died, has died, dies, gone dark, went dark, went black, went down, not available, unavailable, burnt out, smashed
                pas de signal, perte de signal, perte video, video loss, signal perdu
                foutu:, foutue, fichu:, fichue, nase=, naze=, kaput
                mort de chez mort, a saute, ont saute, a disjoncte, dans le vide, ecrans bleus
                rend l ame, rendu lame, perte complete, perte totale, disparition
                disparition complete, en veilleuse, est tombe en rade, demonte:, demontee
                demontees, tout bleu, noirs complets, ne donne plus rien
                plus de vie, plus un bruit, deconnectes, decable:, decablee, debranches
                hors de service, hors d etat, dead in the water, conked out, gave up, given up
                packed up, kicked the bucket, gone off air, has gone, are gone, is gone
                all gone, nothing comes up, wrecked, ripped off, ripped out, torn off
                destroyed, cut out, unplugged, toast, bricked, gone dead, gone quiet
                comes up empty, no power, without power
                s arrete au, s arrete le, s arrete a, image est partie, images sont parties
                retire:, retiree, retirees, enlevee, jamais remis, jamais remise
                tournee contre, tourne contre, tournees contre, tournee vers le, tournees vers le
                tourne vers le, retournee, facing the wall, points at the wall, pointing at the wall
                jamais ete remis, jamais ete remise, jamais remplace, jamais remplacee
                never put back, never replaced
                """
        ),
        LexiconTable(
            .system,
            .dead,
            words: """
                comms fail, comm fail, comms failure, comm failure, communication failure, communication fail
                echec communication, echec de communication, defaut communication, defaut de communication
                perte de liaison, perte liaison, defaut liaison, line fault, defaut ligne, defaut transmission
                """
        ),
        LexiconTable(
            .system,
            .trouble,
            words: """
                defaut systeme, defauts systeme, erreur systeme, defaut general, derangement general
                panne generale, defaut centrale, defaut de la centrale, panne de reseau, panne reseau
                system fault, system error, system trouble, panel fault, general fault
                """
        ),
        LexiconTable(
            .degraded,
            words: """
                en double, en triple, en double exemplaire, en triple exemplaire, flou:, floues, trouble a l image, clignote~, gresille~, saccade~, saccades, lent:, lente
                couleurs bizarres, couleurs de, autocollant=, sticker=
                pile basse, piles basses, souffle, perdu la couleur, perdu les couleurs, perdu ses couleurs
                araignee=, insecte=, ligne blanche, lignes blanches, ligne noire, lignes noires
                ralenti:, rame, rament, intermittent:, par intermittence, aleatoire=, aleatoirement
                parfois, de temps en temps, de temps a autre, une fois sur deux, 1 fois sur 2, un jour sur deux
                une fois sur trois, un coup sur deux, par a coups, par moments, capricieux, capricieuse
                faible=, pile faible, piles faibles, batterie faible, batteries faibles, pile usee, batterie fatiguee
                mal, difficilement, du mal a, du mal, avec difficulte, coince~, coincee, coincees, grince~
                bruyant:, fissure:, fissuree, fele:, felee, raye:, rayee, sale=, buee, embue:, embuee
                condensation, toile d araignee, toiles d araignee, salie, moisissure, decale:, decalee, decalees
                mauvaise heure, mauvaise date, faux, fausse, fausses, incorrect:, errone:, erronee
                tremble~, vibre~, saute~, parasite=, parasites, pixelise:, pixelisee, surexpose:, surexposee
                sombre=, pale=, delave:, delavee, rose, violet, penche~, penchee, deregle:, dereglee, usee, usees
                abime:, abimee, abimees, de travers, mal orientee, desoriente, decolle:, decollee, descelle
                devie, deviee, devies, deviees, bip=, bipe~, en retard, gondole, tordu:, plie, pliee, rouille:, rouillee, jaunie
                rejette~, refuse un, refusent un, refuse une, bugge, bug, bugs, bogue, instable=, plusieurs fois, trois fois, quatre fois, dix fois, a plusieurs reprises, fois avant, several times
                enfonce:, enfoncee, enfoncees, tombe: de son support, tombee de son support, tombee du support, pend
                pendouille, fait des siennes
                bizarre=, bizarrement, drole de truc, drole de bruit, n importe quoi, fait le yoyo, reboote~
                des fois, certaines fois, quelquefois, souvent, s efface~, usure, desactive de lui meme
                faux contact, detection intempestive, intempestif, intempestive, intempestifs, intempestives
                sans raison, se coupe, se coupent, se fige, redemarre tout seul, redemarre toute seule, reboots by itself
                s eteint tout seul, s eteint toute seule, s allume tout seul, s allume toute seule, restarts by itself
                bruit, bruits, traits blancs, traits noirs, lignes, fendu:, fendue, ebreche, retarde, avance de, tache, taches
                blurry, blurred, fuzzy, flicker, flickers, flickering, slow, sluggish, intermittent, intermittently
                on and off, sometimes, from time to time, now and then, cracked, loose, stiff, stuck, sticks
                sticking, sticky, jammed, dim, noisy, grainy, drifting, drifts, low battery, battery low, weak
                wrong time, wrong date, wrong hour, dirty, foggy, misty, scratched, misaligned, erratic, freeze, freezes, grey, jams, jam, jamming, hour late, hours late, minutes late, seconds late, confond
                confondent, bourre~, bourrage, slipped, buzzes, buzzing, hums, crooked, bent, worn, tague:, taguee, tag, tags, peinture
                sature~, echo, larsen, siffle~, bourdonne~, ronfle~, crepite~, crackles, crackle, crackling, whistles, etrange=
                coupe au bout, avec du retard, secondes de retard, avec retard, out of focus, crashes, leaks, fuit, enroue:, strie:
                striee, eraille,                 strange, strangely, weird, curieux, curieusement, grignote, grignotee, dur:, dure, durs, forcer, vire au, de trop, bave~, frotte~, racle~, retarde~, se decale
                glitch, glitches, glitchy, unstable, random, randomly, beeps, beeping, keeps buzzing, keeps beeping, keeps triggering, false alarm=
                struggles, twice to, several times before, keeps dropping, drops out, delayed, out of sync
                fausse alarme, fausses alarmes, fausse alerte, fausses alertes
                grisaille, de la neige, scintille~, tressaute~, crachote~
                hesite~, traine~, lambine, patine~, par intermittences
                un coup oui un coup non, de maniere aleatoire, fin de vie
                en bout de course, fatigue:, fatiguee, fatiguees, decolore:, jauni:, jaunies
                eblouie, ebloui, voile:, voilee, givre, givree, rosatre, verdatre, rayures
                zebre, zebree, inverse:, inversee, a l envers, de guingois, branlant:
                desserre:, desserree, desaligne, desalignee, ecaille, effacee, efface
                illisible=, cale~, tired, worn out, lagging, lags, laggy, jumpy, choppy
                patchy, hit and miss, plays up, playing up, tint, tinted, upside down, wobbly
                hazy, faded, muffled, scratchy, creaks, creaking, squeaks, squeaking, rattles
                rattling, hesitates
                tombee, tombees, tombes, est tombe, sont tombes, s est decrochee
                s est decroche, voile blanc, voile, decroche:, decrochee, decrochees
                etrangement, bande verte, bandes, grippe:, grippee
                """
        ),
        LexiconTable(
            .trouble,
            words: """
                probleme=, problem, pb, pbs, souci=, soucis, panne, defaut=, defaillance=, defaillant:
                fail, fails, batt, low batt
                sans succes, en vain, sans resultat
                defaillants, anomalie=, dysfonctionnement=, disfonctionnement, dysfonctionne~, incident=, avarie=
                message d erreur, messages d erreur, code erreur, erreur=, voyant rouge, voyant orange, alerte defaut
                ennui, ennuis, galere, j ai essaye, ai essaye, avons essaye, on a essaye, ai tente, avons tente, i tried, we tried
                , deconne~, merde~, cloche~, ne va pas, va pas, dechire, depannage urgent
                defectueux, defectueuse, defectueuses
                trouble, issue=, problem=, fault, faults, error, errors, malfunction=, malfunctioning, failure=
                misbehaving, acting up, defect, defective, warning, red light, amber light, wrong with
                pas normal, pas normale, pas normaux, pas tres normal, anormal:, anormale
                anormalement, contrariete=, derangement=, tracas, embetement=, hic
                quelque chose de louche, louche, suspect, inquiete~, inquiet, inquiete
                inquietude, inquietant:, inquietante, mauvais signe, ca cafouille, cafouille~
                patatras, something is off, something s off, something off, something wrong
                not right, isn t right, is off since, not normal, abnormal, worried, worrying
                worries me, concerned
                """
        ),
        LexiconTable(
            .works,
            words: """
                marche~, march, fonctionne~, fonctione, fonctionnel, fonctionnelle, fonctionnels, fonctionnelles
                operationnel, operationnelle, operationnels, operationnelles
                work, works, working, worked, function, functions, functioning, operational, up and running
                tourne rond, tournent rond, tourne nickel, marche nickel, fontionne~
                foncionne~, fonctionn, fonction, marchait, runs fine, run fine, running fine
                runs well, runs normally
                en service, sont actifs, sont actives, est actif, reste actif, restent actifs, restent actives
                reste active, tournent bien, tourne bien
                """
        ),
        LexiconTable(
            .worksIfThing,
            words: """
                repond, repondent, repondait, repondre, reagit, reagissent, reagir, reagissait
                detecte~, enregistre~, filme~, affiche~, s affiche~, allume~, s allume~, rallume~, demarre~
                redemarre~, communique~, transmet, transmettent, transmettre, transmis, remonte~
                declenche~, active, s active, s activent
                se met, se mettre, met en route, mettre en route, mettre en marche, reconnait, reconnaissent
                reconnaitre, reconnu, reconnue, reconnus, reconnues, se connecte~, connecte~, synchronise~, lance~, se lance~, relance~, reveille~, se reveille~, reinitialise~
                respond, responds, responding, react, reacts, detect, detects, detecting, record, records
                recorded, recording, displays, turn on, turns on, switch on, switches on, start, starts, boot
                boots, power up, powers up, connect, connects, connecting, communicating
                trigger, triggers, triggered, recognise, recognises, recognised, recognize, recognized, transmit
                transmits, transmitting, online, on line
                reagi, repondu, bronche, declenchee, retenti, transmise, enregistree
                reconnecte~, reaffiche~, reappara~, apparait, apparaissent, react to, answered
                answers, responded, reacted, recognises, came on, come on, comes on, lights up
                come up, comes up, show up, shows up
                """
        ),
        LexiconTable(
            .arms,
            words: """
                arme, armer, s arme, s arment, arment, armee, rearme, rearmer, rearment, se rearme, mettre en service
                met en service, mise en service, mettre sous alarme, remettre en service, reactiver
                arm, arms, arming, armed, re arm, rearm, sets, set the alarm, set the system, unset, disarm
                desarme~, desarment, arme et desarme, se mettre en service
                mettre sous surveillance, mettre sous protection, mise sous alarme
                remise sous alarme, arme le, arme la, armement, rearmement, disarms
                sets itself, self arm, auto arm
                se desactive, se desactivent, s active, s activent, activer l alarme, active l alarme
                activons l alarme
                unsets, unset, disarms, arms and disarms, sets and unsets
                """
        ),
        LexiconTable(
            .lacks,
            words: """
                manque, manquent, manquait, manquants, manquantes, missing, absent, absents
                absentes
                """
        ),
        LexiconTable(
            .acts,
            words: """
                passe, passent, passer, passait, entend, entendent, entendre, voit, voient, tourne~, bouge~
                lu, lue, lus, lues, recois, recevons
                ouvre, ouvrent, ouvrir, s ouvre, s ouvrent, s ouvrait, lit, lisent, prend, prennent
                monte~, descend, descendent, descendre, part, revient, charge~, garde, deplace~, zoome~, pivote~
                sonne~, retentit, parle~, emet, decroche~, imprime~, va, vont, badger, badgent, obeit, s enleve~, sort
                parvient, recoit, recoivent, recevoir, recu, recue, accepte~, valide~, envoie, envoient, envoyer
                arrive, arrivent, tient, tiennent, tenir, commande~, libere~, se libere~, pilote~, actionne~, mettre, mets, met, mettent
                takes, show, shows, showing, report, reports, reporting, accept, accepts
                open, opens, opened, turn, turns, turning, move, moves, moving, read, reads, reading, hear, hears
                play, plays, ring, rings, ringing, charge, charges, load, loads, light, lights, beep, pan, zoom
                """
        ),
        LexiconTable(
            .restored,
            words: """
                remarche~, refonctionne~, repare, reparee, repares, reparees, retabli:, retablie, retablis
                regle, reglee, regles, reglees, resolu:, resolue, resolus, resolues, remis en service
                remise en service, remis en etat, remise en etat, remis en route, remis en marche, remis en ordre
                depanne, depannee, rentre dans l ordre, rentree dans l ordre, rentrer dans l ordre, revenu a la normale
                revenue a la normale, tout est rentre, de nouveau operationnel, a nouveau operationnel, remplace
                remplacee, remplaces, remplacees, corrige, corrigee, corriges, incident clos, incident est clos
                incident est termine, incident termine, plus de probleme, plus de souci, plus aucun probleme
                plus aucun souci, probleme disparu, a disparu, reparti, repartie, de nouveau en service, a nouveau en service
                fixed, solved, resolved, repaired, sorted, sorted out, restored, back to normal, back online
                back up, working again, back in service, recording again, replaced, cleared
                de retour
                a nouveau operationnelle, de nouveau operationnelle, a repris, ont repris
                bien reparee, bien repare, remise en ligne
                came back on, up again, running again
                image est revenue, images sont revenues, connexion est revenue, liaison est revenue
                courant est revenu, signal est revenu, alarme est revenue, picture came back
                picture is back, pictures are back, connection is back
                """
        ),
        LexiconTable(
            .fine,
            words: """
                en veille normale, veille normale, sans derangement, aucun probleme pour, aucun souci pour
                aucun probleme a, aucun souci a, no problem to, no trouble to, no trouble with, no problem with
                ok, okay, c bon, c est bon, nickel, impec, impeccable, impeccables, parfait:, parfaites
                parfaitement, normal, normale, normaux, normales, normalement, correctement, correct, correcte, corrects, correctes, bons
                bonne etat, bon etat, en ordre, utilisable=, exploitable=, lisible=, reconnaissable=, recognisable, recognizable, usable, readable
                sont la, sont bien la, est bien la, ras, rien a signaler, rien a redire, sans probleme, sans souci
                sans difficulte, sans incident, sans anomalie, intact:, au top, stable, stables, indemne=
                fine, perfect, perfectly, normally, properly, correctly, all good, no problem, no issue
                no issues, no problems, without problem, without any problem, in order, nothing to report, intact
                au vert, tout vert, vont bien, va bien, va tres bien, 
                impec, sans un accroc, sans accroc, sans broncher, du premier coup
                rien a craindre, bonnes
                suffit largement, sans encombre, sans gene, without a hitch, without a glitch
                no trouble, spot on, crystal clear, is clear, sharp
                sans aucune difficulte, sans aucun souci, sans aucun probleme, sans la moindre difficulte
                est toujours la, sont toujours la, image est la, toujours present:, toujours presente
                suffisent, suffit bien, nothing wrong, nothing is wrong, nothing s wrong, sont propres, est propre, are clean, is clean, are steady, sont a l heure, est a l heure, on time, rapides, alright, all right, plus rien a signaler
                sans peine, sans mal, donne satisfaction, donnent satisfaction, en parfait etat
                nette, nettes, image nette, est bonne, sont bonnes, est juste, sont justes
                """
        ),
        LexiconTable(
            .open,
            words: """
                ouvert:, ouverte, ouverts, ouvertes, entrouvert:, entrouverte, beant:, beante, debloque:
                debloquee, debloquees, open, ajar, unlatched
                en l air, bee, baille, baillent, entrebaille:, entrebaillee, releve, relevee
                bat toujours, bat encore
                levee, bras leve, bras releve, claque au vent, bat au vent, battent au vent
                bangs, swings, flapping, up all
                """
        ),
        LexiconTable(
            .closes,
            words: """
                ferme~, se ferme~, fermer, refermer, referme~, se referme~, verrouille~, se verrouille~
                verouille~, verouiller, reverrouille~, clot, enclenche~, s enclenche~, bloque la porte
                condamner, colle~, plaque~, retient, cadenasse~, tient, tiennent, tenir, descend, descendent
                descendre, baisse~, s abaisse~, close, closes, closing, shut, shuts, lock
                locks, locking, latch, latches, latching, secure, secures, hold shut, hold, holds, holding
                """
        ),
        LexiconTable(
            .closed,
            words: """
                ferme:, fermee, fermees, fermes, verrouille, verrouillee, verrouilles, verrouillees, condamnee
                a la cle, avec la cle, au verrou, au cadenas, ferme a cle, fermee a cle, fermees a cle, a clef, cadenas, barricade, barricadee, closed, locked
                shut tight, secured, padlocked
                barreaux, double tour, a double tour, cadenassee, cadenassees, cadenasse
                bien fermee, bien fermees, bloque ferme, bloquee fermee
                bloquee en position fermee, en position fermee, verrouiller manuellement, shut
                bolted, padlock, stays shut, stuck closed, jammed shut
                """
        ),
    ]
}
