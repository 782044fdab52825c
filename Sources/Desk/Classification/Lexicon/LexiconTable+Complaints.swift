// What complaints are made of: displeasure, subjects, demands, addressees, threats.

extension LexiconTable {
    /// Complaints.
    static let complaints: [LexiconTable] = [
        LexiconTable(
            .displeased,
            words: """
                mecontent:, mecontents, mecontentes, mecontentement, decu:, decus, decues, deception, inadmissible=
                inacceptable=, intolerable=, honteux, honteuse, honte, scandaleux, scandaleuse, scandale, lamentable
                deplorable, indigne, inexcusable, insupportable, incompetent:, incompetence, amateurisme, bacle:
                bacles, baclee, baclees, catastrophique, exaspere, exasperee, exasperant, colere, furieux, furieuse
                ras le bol, marre, en ai assez, y en a marre, se moque de nous, se moque du monde, vous moquez
                foutez de, pas contente, pas content, pas contents, pas satisfait:, pas satisfaite, insatisfait:
                insatisfaction, pas serieux, manque de serieux, manque de professionnalisme, aucun professionnalisme
                anormal:, pas normal, laissez moi vous dire, je ne paie pas, je ne paye pas, on ne paie pas
                mepris, considere, desinvolture, negligence, tres mal, me satisfait pas, nous satisfait pas
                plus confiance, perdu confiance, abus, abusif, abusive, vol manifeste, arnaque, escroquerie
                disappointed, disappointing, unacceptable, unhappy, dissatisfied, dissatisfaction, appalling
                disgraceful, outrageous, fed up, shocking, shameful, poor service, terrible service, not good enough
                not satisfied, not happy, angry, furious, unprofessional, let down, ridiculous, a joke
                encore un rendez vous, rendez vous manque, rendez vous manques
                rendez vous rate, une fois de plus, comme d habitude avec vous, cocasse
                lettre morte, soyez serieux, perd patience, a bout, bout de patience
                ca suffit, ca commence a bien faire, faute grave, n est pas serieux
                pas tres serieux, pas acceptable, expected better, expected more, joke
                pathetic, missed again, harcelement
                m a insulte, insultee au telephone, m a manque de respect, m ont insulte
                du grand n importe quoi
                """
        ),
        LexiconTable(
            .complains,
            words: """
                reclamation=, plainte formelle, porter plainte contre, deposer une reclamation
                formule une reclamation, me plaindre de, nous plaindre de, me plains, nous plaignons, mise en demeure
                met en demeure, mets en demeure, mettons en demeure, contester, conteste, contestons, contestation
                litige, prejudice, dedommagement, formal complaint, complaint, complain, complaining, dispute
                we dispute, i dispute, letter before action, formal notice
                """
        ),
        LexiconTable(
            .complains,
            .displeased,
            words: """
                j exige, nous exigeons, travail bacle, ete bacle, ete baclee, boulot bacle, de l amateurisme
                ceci est une reclamation, depose une reclamation, deposons une reclamation, fais une reclamation
                faire une reclamation, fais reclamation, formule une reclamation, reclamation officielle
                reclamation formelle, mise en demeure, mets en demeure, mettons en demeure, formal complaint
                wish to complain, want to complain, make a complaint, making a complaint, lodge a complaint
                pas content:, pas contents, pas contentes, mecontent:, mecontents
                mecontentement, indigne=, c est indigne, inadmissible=, scandaleux
                scandaleuse, honteux, honteuse, deplorable, refuse de payer, refusons de payer
                refuse de regler, refusons de regler, refuse cette facture, se moque de nous
                vous moquez de nous, baladez, mener en bateau, depot de plainte contre
                not happy with, unhappy with, disgusted, appalled, refuse to pay
                """
        ),
        LexiconTable(
            .money,
            words: """
                avoir promis, votre comptabilite, facture=, facturation, facturer, facture d, facturez, avoir de, un avoir, l avoir, avoirs
                ecritures, mon argent, lettre de relance
                deduit, deduire, comptes, tranche, moratoires
                avenant, devis depasse, avoir jamais, montants, regulariser, regularisation, preleve
                note de credit, montant=, euros, euro, eur, prelevement=, preleve:, prelevee, prelevees, prelever
                remboursement=, rembourse~, rembourses, indexation, augmentation, tarif=, prix
                paiement=, payer, paye, payee, paie, reglement, relance de paiement, impayee, impaye, frais
                surfacture, surfacturee, surfacturation, comptable, comptabilite, agios, tva, echeancier, rib
                virement, abonnement, mensualite=, doublon, double facturation, facture deux fois, ht, ttc
                invoice, invoices, invoiced, billing, billed, bill, charge for, charged, overcharged, refund
                credit note, payment, amount, price, fee, fees, direct debit, paid, twice for, cost
                note finale, note d honoraires, devis annoncait, supplement, somme
                versement, cheque, rappel pour une somme, lettre de rappel, lettres de rappel
                rectifier, rectificative, echeance d un, decompte, majoration
                travel fee, overcharge, amount due
                compte est a decouvert, compte a decouvert, decouvert bancaire
                agios de decouvert, debite:, debitee
                """
        ),
        LexiconTable(
            .delay,
            words: """
                pas parvenu, pas parvenue, jamais parvenu, jamais parvenue, retard=, en retard, toujours personne, repondeur, personne ne vient, personne ne rappelle, n a rappele
                promesse=, nuit de plus
                absence de suite, sans suite, que vous devez passe, fait 5 jour, dans la matinee
                nuits que, eternise, trimestre, sans votre, planning
                reports, report de rendez vous, reports de rendez vous, deviez, aurait du etre, auriez du
                n avons recu aucun, n ai recu aucun, n ai rien recu, n avons rien recu, jamais recu
                injoignable, sonne dans le vide, sonnait dans le vide, fois que je, viendra un jour, rien en retour
                pas rappele, ne rappelle pas, jamais rappele, depuis janvier, depuis fevrier, depuis mars, depuis avril
                depuis mai, depuis juin, depuis juillet, depuis aout, depuis septembre, depuis octobre
                depuis novembre, depuis decembre, avait annonce, aviez annonce, m a annonce, nous sommes mi
                delai=, delais, attend, attends, attendons, attendre, attente, attendu, j attends
                nous attendons, relance, relances, relancer, relance x fois, ai relance, avons relance, promis, promise
                promettez, personne n est venu, personne n est passe, jamais venu, jamais venus, pas venu, n est pas venu
                n est jamais venu, n est venu, ne s est pas presente, ne s est presente, pas presente, pas au rendez vous
                rendez vous manque, rendez vous manques, rendez vous non honore, non honore, rendez vous annule, reporte, reportee, reportes
                repousse, repoussee, decale le rendez vous, lapin, gti, heures apres, jours apres, jours plus tard
                semaines plus tard, toujours pas, toujours aucune nouvelle, aucune nouvelle, sans nouvelles, sans nouvelle
                toujours rien, rien recu, toujours en attente, depuis des semaines, depuis des mois, trop long, tardive
                tardif, respecte pas, non respect, non respecte, delai depasse, date ferme, sla, echeance, jours ouvres
                mois que, semaines que, jours que, sous 4 heures, en quatre heures, quatre heures, dans la journee
                still without, since monday, since tuesday, since wednesday, since thursday, since friday, since january
                since february, since march, since april, since may, since june, since july, since august
                since september, since october, since november, since december, no one called, nobody called
                late, delay, delays, delayed, waiting, waited, still waiting, overdue, missed appointment=, appointment
                no show, nobody came, no one came, never came, never showed, didn t show, did not show, did not come
                promised, chased, chasing, reminder=, weeks ago, weeks later, days later, hours later, postponed
                rescheduled, response time, was due, was supposed to come, still nothing, still not
                appels, quatre appels, trois appels, aucun rappel, sans date, aucune date
                date de livraison, fixer une date, annule:, annulee, annules
                rendez vous annule, quinze jours, sous quinze jours, sous huit jours
                huit jours, c est commande, toujours rien, attente, patienter, patiente
                patience, toujours sans, jours sans, apres dix jours, nous sommes en, lenteur
                lent a, traine, tarde, tardez, tardent, cela fait, ca fait, voila, impatiente
                s impatiente, n arrivent, still no, no date, chasing, slow, weeks, months
                in april, ages
                sans nouvelles de, votre reponse tarde, no engineer
                still no engineer
                """
        ),
        LexiconTable(
            .work,
            words: """
                votre monsieur, passage de votre, passage du technicien, technicien=, intervention=, intervenant=, poseur=, pose, posee, poses, poser, installateur=
                manoeuvre, votre homme, vos gars
                nettoyer, nettoyees, nettoyage, programmation, le compte rendu, rapport d intervention, bon d intervention
                installation, installe, installee, installees, chantier, travaux, percer, perce, perces, perceuse
                trou, trous, platre, parquet, raye, rayure, degats, degat, endommage:, endommagee, casse, abime
                salete, poussiere, cable, cablage, cables, raccorde, raccordee, raccordement, mal fixe, mal fixee
                malfacon=, bacle, non conforme, conforme, conformite, devis prevoyait, remise en etat, formation
                formateur, depannage, reparation, mise a jour, maintenance preventive, visite de maintenance
                mauvaise piece, mauvaise manipulation, oublie de, a oublie, laisse ouvert, repartis, reparti sans
                parti sans, en partant, branche, mal branche, regles de l art, votre passage, apres votre passage
                depuis votre passage, reprise, refaire, refait, refaite, sous traitant=, equipe technique
                engineer=, technician=, installer=, installation, installed, drilled, drilling, hole, holes, damage
                damaged, scratched, wiring, wired, cabling, workmanship, repair, repaired, fitted, fitting, mess
                dust, left behind, wrong part, training session, trainer, update, contractor=, job
                poseurs, vos hommes, vos equipes, votre equipe, goulotte=, finition=, gravats
                plafond, cloison, canalisation, malfacons, gache inadaptee, a monte
                ont monte, mal monte, mal pose, bon de commande, du mauvais cote
                trois passages, deux passages, passages pour, redemarre le serveur
                remis en route, desactive les, rebouche, reboucher
                manipulation, supprime, installateurs, chef d equipe, formation a dure
                put right, installers, drill, damaged, fitters, wrong side, botched
                votre maintenance, votre entretien, votre mise a jour, ouvriers, vos ouvriers
                emballages, peinture, cassant, a casse, ont casse, deteriore, deterioree
                wiring is, re wiring, trainer, fixee de travers
                """
        ),
        LexiconTable(
            .relation,
            words: """
                ton, attitude, comportement, poli, polie, impoli:, impolie, politesse, malpoli, malpolie, raccroche
                pas mon probleme, d excuses, des excuses
                raccrocher, entendue, ecoutee, de haut, au telephone
                ballotte:, ballottee, d un service a l autre, de service en service, condescendance, silence
                confiance, transparence, menti, mensonge=, ment, mentir, copier coller, egards, discourtois
                raccroche au nez, agressif, agressive, desagreable=, arrogant:, condescendant:, mepris, meprisant:
                insultant, insulte, grossier, grossiere, moque, moquee, accueil telephonique, standard, hotline
                operateur, operatrice, interlocuteur=, interlocutrice, responsable de compte, charge d affaires
                commercial, commerciale, conseiller, conseillere, referent, joignable, injoignable, sans reponse
                pas de reponse, aucune reponse, pas une reponse, jamais de reponse, reste sans reponse, communication
                information prealable, informe, informes, prevenu, prevenus, prevenir, sans prevenir, renvoient la balle
                balade de service, bilan annuel, suivi commercial, qui suit, change d interlocuteur, considération
                consideration, ecoute, respect, manque de respect, rabrouer, engueule, pression, harcele, harcelement
                demarchage, on m a dit, repondu que, soupirant, charte
                rude, rudeness, attitude, tone, hung up, impolite, disrespectful, account manager, contact person
                no reply, no answer, unanswered, ignored, never informed, not informed, without notice, treated
                spoke to me, spoken to, behaviour, behavior, patronising, communication
                recu par, votre accueil, accueil nous, appris par
                apprenons par, apprends par, sans nous informer, informer, informez
                ne nous a contactes, personne ne nous a, courtoisie, incorrect
                deplace, deplacee, traites, traite comme, coupe la parole, nous appelle
                voicemail, zero reply, never replied, receptionist, handed from
                passed from
                on call, night desk, operator, votre operateur
                insulte:, insultee, m a insulte, m a parle, me parle, ne m a pas ecoute
                m ecouter, explication ecrite
                """
        ),
        LexiconTable(
            .amends,
            words: """
                geste commercial, geste de votre part, un geste, dedommagement, dedommager, indemnisation, indemniser
                compensation, penalites, penalite, remise, rembourse~, remboursement, avoir, excuses, explication
                explications, expliquer, gratuitement, sans frais, a vos frais, prise en charge
                compensation, apology, apologise, apologize, refund, goodwill, penalty, penalties, explanation
                """
        ),
        LexiconTable(
            .operations,
            words: """
                responsable d exploitation, responsable exploitation, responsable de l exploitation
                escalade de premier niveau, premier niveau
                directeur d exploitation, chef d exploitation, resp exploitation, responsable des operations
                responsable operations, directeur des operations, gere l exploitation, dirige l exploitation
                escalade de niveau 1, escalade niveau 1, niveau 1, niveau un, premier niveau d escalade
                votre responsable d exploitation, votre responsable exploitation, votre directeur d exploitation
                votre chef d exploitation, votre responsable des operations, your operations manager
                operations manager, operation manager, head of operations, level 1, level one, first level
                operations director
                """
        ),
        LexiconTable(
            .superior,
            words: """
                votre responsable, votre superieur, votre superieure, votre hierarchie, superieur hierarchique
                votre chef, responsable du service, responsable de service, responsable sav, chef de service
                un responsable, le responsable, la responsable, une responsable, responsable au dessus, niveau superieur
                quelqu un au dessus, quelqu un de plus haut place, un superieur, vos superieurs, au dessus de vous
                your manager, your supervisor, a manager, the manager, service manager, line manager, a supervisor
                someone above, someone senior, somebody senior, your superior, your boss
                """
        ),
        LexiconTable(
            .management,
            words: """
                monsieur le president, madame la presidente, direction generale, directeur general, directrice generale, direction de mileo, votre direction
                votre directeur, votre directrice, votre president, votre presidente, votre pdg, le pdg, pdg
                le dg, votre dg, votre gerant, president directeur general, president de votre, dirigeant=
                votre patron, plus haut niveau, niveau 2, niveau deux, second niveau, deuxieme niveau, comite de direction
                la direction generale, votre societe pour qu il, general management, managing director, ceo
                chief executive, your director, your directors, board of directors, level 2, level two, second level
                senior management, general manager, head of the company, top management
                """
        ),
        LexiconTable(
            .escalates,
            words: """
                escalade, escalader, droit d escalade, faire remonter, remonter le dossier, remonter mon dossier
                fait remonter, faites remonter, faites monter, faire monter, monter mon dossier, monter le dossier
                monter d un cran, transmis a, transmise a, transmettre a, transmettez, transmettre mon dossier
                transmis au, saisir, saisis, saisissons, saisine, saisi, saisie de, porter a la connaissance
                mettez moi en relation, mettre en relation, mise en relation, mis en relation, passez moi
                parler a, parler au, parler avec, m entretenir avec, nous entretenir avec, etre rappele par
                etre rappelee par, etre contacte par, etre recontacte par, soit traite par, soit suivi par
                a l attention de, a l attention du, adresse a vous, m adresse a, nous nous adressons, en appelle
                intervention personnelle, arbitrage, se prononce, prenne position, qu il m appelle, qu elle m appelle
                reprenne le dossier, reprenne mon dossier, se saisisse, copie a votre
                escalate, escalates, escalation, escalating, speak to, speak with, talk to, pass this on to
                fais appel a, fais donc appel, faisons appel, faisons donc appel
                m en remets, m en remettre, nous en remettons, remonter a, remonter jusqu, en appelle a
                en appelons a, faire appel a, me tourne vers, nous tournons vers, m adresse a
                nous adressons a, porte a la connaissance
                pass my case, forward this to, forward my, refer this to, refer my, hand this to, put me through
                put me in touch, bring this to the attention, for the attention of, raise this with, raised with
                take this to, taken to, involve
                pass this to, pass it to, pass it on, pass this on, forward it to
                forward this, give this to, send this to, hand it to, hand this case
                take it up with, let me speak, have your, get your, soit saisie, soit saisi
                prenne en main, prendre en main, prenne le dossier, porter ce dossier
                remettre ce dossier, transferer a, transferez a, transferer ce, transferez ce
                transferez mon
                """
        ),
        LexiconTable(
            .demands,
            words: """
                je demande, nous demandons, je veux, nous voulons, je souhaite, nous souhaitons, j exige
                nous exigeons, exige, exigeons, merci de, veuillez, je sollicite, nous sollicitons, je requiers
                je vous demande, nous vous demandons, j attends, nous attendons, je desire, j aimerais, je voudrais
                nous aimerions, nous voudrions, je tiens a, officiellement, formellement, faites, mettez, passez
                je fais valoir, j use de, nous usons de, en vertu de, conformement a, comme votre charte
                i want, we want, i wish, we wish, i would like, we would like, i demand, we demand, i request
                we request, i ask, we ask, i expect, we expect, please, i require, we require, i insist, i hereby
                formally, herewith
                """
        ),
        LexiconTable(
            .threatens,
            words: """
                sinon, a defaut, faute de quoi, faute de reponse, sans reponse de votre part, sans quoi, faute de
                me reserve le droit, nous reservons le droit, reserve le droit, n hesiterai pas, n hesiterons pas
                serai oblige, serai obligee, serons obliges, serai contraint, serai contrainte, serons contraints
                me verrai contraint, me verrai oblige, nous verrons contraints, si rien, si vous ne, si cela
                si nous n, si je n, si ce n, si aucune, si personne, en l absence de, si d ici, je finirai par
                je vais finir par, au besoin, le cas echeant, pourrais, pourrions, la prochaine etape
                otherwise, failing which, failing that, failing this, or else, if not, if nothing, if you do not
                if you don t, if i do not, if i don t, if we do not, if we don t, unless, will have to
                will be forced, shall have to, reserve the right, won t hesitate, will not hesitate, if this
                if no one, if nobody
                """
        ),
        LexiconTable(
            .ours,
            words: """
                ma direction, notre direction, mon directeur, notre directeur, ma directrice, notre directrice
                mon responsable, notre responsable, ma responsable, mon president, notre president, notre pdg
                mon pdg, mon chef, mon patron, notre direction generale, ma direction generale, je suis le directeur
                je suis la directrice, je suis la direction, je suis le president, je suis le responsable
                je suis la responsable, je suis responsable, en tant que directeur, en tant que responsable
                notre directeur general, mon directeur general, notre responsable d exploitation
                mon responsable d exploitation, my manager, our manager, my director, our director, our ceo, my ceo
                our management, our operations manager, my boss, our managing director, our general manager
                """
        ),
    ]
}
