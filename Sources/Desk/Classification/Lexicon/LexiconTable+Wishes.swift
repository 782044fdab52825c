// What the writer wants: to know, to learn, to change a setting, a price, or somebody's visit.

extension LexiconTable {
    /// Wishes and moods.
    static let wishes: [LexiconTable] = [
        LexiconTable(
            .ask,
            words: """
                confirm the name, confirm the date, confirm the time, confirm the appointment, confirmer la date
                confirmer l heure, confirmer le nom, confirmer le rendez vous, confirmer l adresse, c est quoi le
                c est quoi la, c est quoi ce, c est quoi cette
                comment, y a t il, y at il, y aurait il, existe t il, pouvons nous, puis je, a t on
                voudrais savoir, voudrait savoir, voulais savoir, aimerais savoir, aimerions savoir
                souhaite savoir, souhaiterais savoir, souhaiterions savoir, souhaite connaitre, connaitre la
                savoir si, savoir comment, savoir combien, savoir quand, savoir quelle, savoir quel, savoir ou
                sais pas comment, sait pas comment, quelle est, quel est, quels sont, quelle application
                quelles sont, quelle serait, quelle difference, combien de temps, combien, c est combien, faut il
                faudrait il, dois je, doit on, devons nous, ou trouver, ou puis je, ou peut on, ou se trouve
                conseillez, conseilleriez, nous conseiller, me conseiller, preconisez, recommandez, votre avis
                qu en pensez, que pensez, c est possible, when is, when will, when are, quand est, quand sera, quand aura, que doit, is there a, is there an, est ce utile, marche a suivre, compatible=, compatibilite, a quoi sert, a quoi correspond, a quoi correspondent
                que signifie, que veut dire, ca veut dire quoi, se demande, je me demande, nous nous demandons
                liste des, liste complete, etat des, que se passe, que se passerait, est prevue, est prevu
                a quelle date, la prochaine visite, qui appelez, qui appelle, qui prevenir, peut il, peut elle
                vont ils, vont elles, peuvent ils, peuvent elles
                how do i, how do we, how can i, how can we, how to, could you tell, can you tell, could you explain
                can you explain, is it possible, would it be possible, what is the, what are the, which is the
                where do i, where can, do you offer, can we, can i, is there a way, is there any way, do we need
                do i need, do i have to, do we have to, should we, should i, wondering, wonder, what happens
                what would happen, how long, how many, how much, advice, recommend, recommendation, like to know
                ai je le droit, a t on le droit, est il normal, est elle normale
                est ce normal, est ce grave, vaut il mieux, quel delai, sous quel delai
                que preconisez vous, que conseillez vous, que recommandez vous
                que pensez vous, a quand, simple curiosite, par curiosite, comment sort on
                verifiez vous, proposez vous, faites vous, existe t elle, existe t il
                faut il prevenir, que prevoir, que faut il prevoir, quelles precautions
                quels reglages, quel reglage, quel modele, quelle marque, quelle reference
                does it support, what would you, what do you, which model, am i allowed
                are we allowed, is it normal, is it okay to, is it ok to, where do we
                where would, where can we, whom should, who should, who do i, who do we
                when do, how often
                hesitons entre, hesite entre, hesitate between, hesitating between
                assurance demande, assureur demande, assurance reclame, assureur reclame
                assurance exige, assurance veut, assureur veut, insurer asks, insurance asks
                insurer wants, insurance wants, lassurance demande, lassureur demande
                change de numero, nouveau numero, changement de numero, changement d adresse
                nouvelles coordonnees, change d adresse
                doit il, doit elle, doivent ils, doivent elles
                who is, who are
                veut savoir, veulent savoir, aimerait savoir, voudrait connaitre, veut connaitre
                wants to know, want to know, would like to know, savoir au bout, savoir en combien
                rappeler le nom, rappeler la date, rappeler le numero, rappeler les dates, rappeler comment
                rappeler quel, rappeler quelle, me rappeler les, nous rappeler les, dites moi si
                dites moi s il, dites moi simplement, s il faut conserver, quel numero, quels numeros
                quel jour, quelle date, quelle adresse, a qui, aupres de qui, qui dois je, qui doit
                anything we should, anything i should, conseille:, conseillee, kel, kels, kelle
                c est quoi, coment, koment, comen, keske, jai le droit, ai le droit, on a le droit
                sauriez vous, savez vous, puis je savoir, la garantie, sous garantie
                y a t il moyen, y a moyen de, est il prevu, can someone explain, do you know
                would you know, is it covered
                """
        ),
        LexiconTable(
            .mayAsk,
            words: """
                est il possible, serait il possible, est ce possible, peut on, pourrions nous, pourrait on
                est ce que, confirmer l, confirmer la, confirmer le, confirmer les
                possible de, m indiquer, nous indiquer, m expliquer, nous expliquer, me dire si, me dire comment
                me dire ou, nous dire si, nous dire comment, nous dire quelle, me dire quelle, me dire quel
                me confirmer, nous confirmer, m envoyer, nous envoyer, me transmettre, nous transmettre
                me fournir, nous fournir, me communiquer, nous communiquer, me renseigner, nous renseigner
                m eclairer, faut faire quoi, ou est ce que, une question, petite question, question, questions
                renseignement=, conseil, conseils, conseiller, curiosite, avez vous, auriez vous, send me, send us, envoyez moi, envoyez nous, faire parvenir
                could you send, can you send, could you confirm, can you confirm, is there an, advise, question
                questions, information, informations, does it, do you have, does your, does the
                """
        ),
        LexiconTable(
            .learn,
            words: """
                formation=, former, se former, formateur, tutoriel=, tuto=, notice=, manuel=, guide=
                version=, micrologiciel=, firmware, inventaire
                arrete prefectoral, autorisation prefectorale, arretes prefectoraux
                documentation, mode d emploi, prise en main, demonstration, session de formation, remise a niveau
                data sheet=, datasheet=, training, manual=, user guide, tutorial=, instructions, how it works, procedure pour
                plan des, plans des, format pdf, en pdf, equipements en fin de vie, as a pdf
                materiels en fin de vie, produits en fin de vie, end of life, end of support
                plan d implantation, schema, doe, fiche technique, fiches techniques, attestation=, certificat=
                document=, rapport annuel, compte rendu, copie du contrat, duplicata
                mode operatoire, plan du site, plans d implantation, plan des detecteurs
                proces verbal, pv de reception, registre, certificat=, user manual, course
                courses, lesson, induction, e learning, webinaire, apprendre, introduction to
                how the software
                rapport d intervention, bon d intervention, rapports d intervention
                intervention report
                """
        ),
        LexiconTable(
            .configure,
            words: """
                parametrer, parametrage=, parametre=, regler, reglage=, configurer, configuration=, configure
                badge de plus, badges de plus, badge pour, un badge svp, memes acces, memes portes, memes droits, same access, same doors
                ajouter, ajout, creer, creation, supprimer, suppression, modifier, modification=, renommer
                attribuer, reattribuer, reattribue, programmer un, programmer une, programmer les, programmer des
                changer le code, changer les codes, changer de code, changer l heure, changer l horaire
                changer les horaires, changer le mot de passe, plage horaire, plages horaires, horaires d ouverture
                droits d acces, droit d acces, nouveau badge, nouveaux badges, nouvel utilisateur, nouveau code
                nouveaux codes, duree de conservation, retention, conservation des images, exporter, extraire
                extraction, export, telecharger, installer l application, mettre a jour, activer une, code provisoire
                code temporaire, badge provisoire, badge temporaire, rapport mensuel, rapport hebdomadaire, rapports
                d adapter, adapter le, adapter les, nos horaires, flouter, archiver, consignes, prevenir le telesurveilleur, avertir le telesurveilleur, prevenir la telesurveillance
                list of key holders, key holders, key holder, holiday mode, mode vacances
                desactiver le badge, desactiver un badge, desactiver le code, reinitialiser, migrer, migration
                adresse mail, adresse e mail, numero de telephone a prevenir, personnes a prevenir, liste d appel
                deplacer la, deplacer une, deplacer le, poser une, ajouter une, renouveler les badges
                decaler la mise en service, mise en service automatique, changer mon code, changer le nom, changer l adresse, change le code, change de code
                creer un badge, creer un code, creer un acces, donner un acces, acces limite, acces temporaire
                automatic arming, arming time
                badge en plus, badges en plus, supplementaire=, nouvel iban, en horaires, nouveaux horaires, changement d horaire
                changement d horaires, changer d horaire, changer d horaires, changed number
                nouveaux salaries, nouveau salarie, nouvelle salariee, nouvel embauche
                nouvelle recrue, nouveaux arrivants, nouvel arrivant, new hire=, new starter=
                new phone number, new number, change of address
                to issue, issue a, issue their, issue new, issue badges, retirer les acces
                retirer l acces, retirer les droits, supprimer les acces, revoquer, enlever les acces
                configure, setting=, set up, setup, add a, add an, create, delete, remove, rename, change the code
                change the time, change the hour, change the schedule, schedule=, access rights, new badge
                new badges, new user=, new code, retention period, export, extract, upgrade, migrate, reset
                remplacer le nom, changer de nom, nom sur, mettre a la place
                liste des personnes, prevenir en cas, mode absence, mode nuit, mode test
                mode essai, mettre en essai, droits, profil=, mot de passe, password
                identifiant=, login, access code, holiday schedule, horaire d ete, heure d ete
                heure d hiver, sauvegarde=, decaler, avancer l heure, reculer l heure
                archivage, historique des passages, historique, notification quand
                recevoir une notification, recevoir les alertes, recevoir un mail
                recevoir un sms, duree d enregistrement, activer le, activer la, desactiver le
                desactiver la
                merci de noter, veuillez noter, prenez note, please note, mise en veille
                extinction
                """
        ),
        LexiconTable(
            .trade,
            words: """
                visite d entretien, visite de maintenance, repousser, decaler la visite, avancer la visite
                reporter la visite, deplacer la visite, deplacer le rendez vous, reprogrammer, annuler la visite
                devis, tarif=, prix, offre, offres, chiffrage, chiffrer, cout, couts, budget, budgeter, etude
                plus suivi par, plus suivie par, plus suivis par, plus fabrique:, plus fabriquee
                plus commercialise:, plus supporte:, demenageons, demenagerons
                proposition commerciale, extension, etendre, commander, commande, acheter, achat, contrat
                renouvellement, avenant, resilier, catalogue, disponibilite=, disponibles, rendez vous annuel
                visite annuelle, entretien annuel, maintenance preventive, maintenance annuelle
                quote, quotation, price, prices, pricing, estimate, cost, order, purchase, buy, contract, proposal
                chiffrage, chiffrages, estimation, estimatif, facturable, combien coute
                combien couterait, a quel prix, equipement du nouveau, nouveau projet
                ouverture d un, prochaine visite
                prochain entretien, abonnement, next maintenance, annual service
                la meme alarme, le meme systeme, la meme installation, le meme equipement, equiper
                justificatif=
                move house, relocate, relocation, fit out, cloud backup
                """
        ),
        LexiconTable(
            .intervene,
            words: """
                intervenir, intervention=, passage, programmer un passage, programmer une intervention, programmer une visite
                nettoyer, nettoyage, recaler, refixer
                 passer voir, passer un, passer jeter, passer quand, depanner
                depannage, reparer, reparation, diagnostic, diagnostiquer, envoyer un technicien
                envoyer quelqu un, envoyer un depanneur, technicien=, depanneur, venir, quelqu un peut, jeter un oeil
                regarder, a distance, prise en main a distance, remplacer, remplacement, changer la, changer le
                la changer, le changer, rappeler, rappelez, m appeler, nous appeler, appelez moi, appelez nous, me joindre, me contacter
                nous contacter, contactez, contacter, ring me, contact me, contact us, verifier, controler, remettre, remedier, faire le necessaire, creneau
                rendez vous, prochain passage, traiter, technician=, engineer=, send someone, send somebody, visit
                repair, replace, look at, look into, check, book a, come and, come, call me, call us, call back, fix
                have a look, take a look, remotely
                """
        ),
        LexiconTable(
            .haste,
            words: """
                urgent:, urgente, urgence, urgences, d urgence, en urgence, vite, au plus vite, tres vite
                des que possible, immediatement, rapidement, asap, urgently, immediately, quickly, as soon as possible
                """
        ),
        LexiconTable(
            .calm,
            words: """
                pas urgent, pas urgente, rien d urgent, aucune urgence, sans urgence, pas presse, pas presses
                pas pressee, pas pressees, rien de grave, rien de dramatique, rien d alarmant, pas grave, pas dramatique
                pas de panique, pas de stress, quand vous pourrez, quand vous pouvez, quand vous aurez, a l occasion
                not urgent, no hurry, no rush, whenever, nothing serious, nothing urgent, not serious, no emergency
                """
        ),
        LexiconTable(
            .bounded,
            words: """
                on y arrive, y arrive quand meme, y arrive toujours, continue d etre mise, continue d etre mis
                on utilise celui, on utilise celle, on utilise l autre, on utilise les autres, nous utilisons celui
                nous utilisons celle, nous utilisons l autre, utilise l autre, on passe par, nous passons par
                on se sert de, on fait avec, on s en sort, on peut attendre, peut attendre, puis attendre
                pas de consequence, sans consequence, aucune consequence, aucun impact, sans impact, pas d impact
                pas concerne:, pas concernee, pas concernes, pas concernees, pas touche:, pas touchee, pas touches, pas touchees
                not affected, unaffected, no other flat, no other reader, no one else, nobody else
                sans incidence, aucune incidence, pas d incidence, sans gravite, passent par, vont a celle, vont a celui
                nous sortons avec, on sort avec, on entre avec, nous entrons avec, ouvre avec la cle, ouvrons avec la cle
                utilise la cle, utilisons la cle, use the key, using the key, simple confort
                reste fermee, reste ferme, local est ferme, placard est ferme, stays locked, remains locked, is locked
                est condamne, est condamnee, piece est vide, salle est vide, local est vide, pas genant, peu genant, juste genant, c est juste, simple confort, esthetique
                we use the other, using the other, can wait, no impact, no consequence, cosmetic, just annoying
                arme depuis, armons depuis, arme avec l autre, desarme depuis
                par l autre, avec l autre, depuis l autre, via l autre
                l autre marche, l autre fonctionne, absorbent, prennent le relais
                basculer sur, bascule sur, bascules sur, remplace par une de pret
                de pret, se debrouille, se debrouiller, s accommode
                s en accommode, ne presse pas, ne presse, presse pas, rien ne presse
                a la main, manuellement, by hand, manually, pas bloquant, peu bloquant, non bloquant, pas dramatique, purement esthetique
                petit detail, barreaudee, cadenassee, doublee
                rien a voler, rien de valeur, rien de sensible, sans enjeu, aucun enjeu
                no big deal, not a big deal, only cosmetic, cosmetic only, in the meantime
                meanwhile, manage without, do without, can live with, live with it, get by
                getting by, spare one, nothing valuable, nothing worth
                bloque personne, gene personne, derange personne, rien de plus, juste agacant
                seulement agacant, agacant, annoying, nothing more, annoyance, inconvenience
                pas de risque, aucun risque, sans risque, no risk
                pas affecte:, pas affectee, pas affectees, pas impacte:, pas impactee, pas impactees
                rien ne manque, pas lie a, pas lie au, pas liee a, pas liee au, nothing else is
                nothing else seems, n est perdue, n est perdu, n est oublie
                depuis celui, depuis celle, avec celui, avec celle, par celui, par celle
                from the other, with the other, on note, nous notons, au feutre, sur papier
                sur une feuille, on ecrit, regarde sur, regardons sur, regarde depuis
                3 fois rien, trois fois rien, rien de presse, no panic, no worries, pas de quoi
                pas genes, pas derange, pas plus que ca, not related, not linked, no harm done
                nous ne sommes pas depourvus, pas demuni:, pas prive:, rien n est perdu
                """
        ),
        LexiconTable(
            .stakes,
            words: """
                enfant=, creche, ecole, eleve=, resident=, patient=, alzheimer, personnes agees, handicap, coffre
                coffres, bijou, bijoux, bijouterie, stupefiants, medicaments, pharmacie, armes, munitions, argent
                especes, billets, distributeur, banque, valeurs, oeuvre=, tresor, collection, laboratoire, dossiers
                medicaux, donnees, serveurs, salle serveur, local serveur, produits dangereux, explosifs, urgences
                hopital, clinique, ehpad, euros de stock, children, school, nursery, patients, vulnerable, safe, cash
                vault, drugs, pharmacy, medicines, weapons, jewellery, jewels, server room, hospital, lab, laboratory
                morphine, ordonnances, bijoutier, montres, lingots, fourrures
                bebe=, nourrisson=, eleves, locataires ages, foyer
                alcools, tabac, cigarettes, carburant, gasoil, cuivre, metaux, prototypes
                serveurs, coffre fort, stock de, passeports, dementia, elderly, morphine
                narcotics, drugs, tobacco, fuel
                """
        ),
        LexiconTable(
            .unsure,
            words: """
                que dois je faire, que faire, quoi faire, que doit on faire
                aider a comprendre, nous aider, m aider, help us, any idea, any advice, une idee
                what is going on, what s going on
                faire quelque chose, on fait quoi, je fais quoi, what should i do, what should we do
                what do we do, what to do
                je ne sais pas, ne sais pas, sais pas, aucune idee, on ne sait pas, nous ne savons pas
                impossible de dire, peut etre, je crois, il me semble, je pense, on dirait, don t know, not sure
                no idea, maybe, perhaps, i think
                je n y connais rien, n y connais rien, n en sais rien, n en sais pas plus
                sais plus, sait plus, savons plus, ca depend des jours, depend des jours
                pas convaincu, pas convaincue, pas persuade, doutes, j ai un doute
                on a un doute, on se demande, i m not convinced, not convinced, can t tell
                cannot tell, no way of knowing, can t be sure, truc bizarre
                moyen de savoir, ce que ca vaut, si on est protege, si on est proteges
                si nous sommes proteges
                """
        ),
    ]
}
