// What answers to our own letters say: yes, no, close it, keep it, not sure, a note.

extension LexiconTable {
    /// Answers to a request to close, and to a survey.
    static let answers: [LexiconTable] = [
        LexiconTable(
            .yes,
            words: """
                oui, ouais, tout a fait, effectivement, d accord, entendu, affirmatif
                je confirme, nous confirmons, je vous confirme, nous vous confirmons, confirme, confirmons
                yes, yep, yeah, confirmed, i confirm, we confirm, agreed, indeed, can confirm
                je valide, nous validons, valide, validons, vous avez mon accord, mon accord
                notre accord
                """
        ),
        LexiconTable(
            .no,
            words: """
                non, pas du tout, absolument pas, surtout pas, en aucun cas, c est non, pas d accord, refuse
                refusons, pas question, hors de question, negatif, n accepte pas
                n acceptons pas, inacceptable, pas acceptable, insuffisant:, insuffisante, me satisfait pas
                nous satisfait pas, me convient pas, nous convient pas, ne convient pas, conviennent pas
                no, nope, not at all, certainly not, i refuse, we refuse, cannot accept, can t accept, do not accept
                not yet please, not yet thanks, pas tout de suite
                don t accept, not acceptable, not satisfied, disagree, not good enough
                nan, nann, non non, que nenni, niet, plaisantez, vous plaisantez, blague
                rigolez, vous rigolez, plaisanterie, you re joking, are you joking, kidding
                ridicule, ridicules, derisoire, n accepte, n acceptons, n accepterons
                n accepterai, can t agree, cannot agree, don t agree, do not agree
                pas d accord, pas convaincant, trop peu, insultant:
                maintiens ma reclamation, maintenons notre reclamation, maintiens ma demande
                maintenons notre demande, pas a la hauteur, insuffisante, pas suffisant
                pas suffisante, ne suffit pas
                not yet, pas encore
                """
        ),
        LexiconTable(
            .closesCase,
            words: """
                ok pour, pour fermer, pour clore, pour cloturer, pour la cloture, pour fermeture, cloturer, cloturez, cloture~, clore, clos, close, clore le, fermer le ticket, fermez le ticket
                fermer le dossier, fermer la demande, fermer celui la, on peut fermer, vous pouvez fermer
                pouvez fermer, fermer cette demande, fermer ma demande, refermer le dossier, solder, classer
                archiver, dossier clos, close the ticket, close the case, close it, close this, go ahead and close
                can be closed, you can close, may close, please close, happy to close, closed
                vous pouvez classer, peut classer, dossier clos, considere l affaire
                affaire classee, affaire close, close the file, mark it as, you can mark
                """
        ),
        LexiconTable(
            .keepsCase,
            words: """
                laissez ouvert, laisser ouvert, laisse ouvert, garder ouvert, gardez ouvert, gardez le ticket
                garder le ticket, gardez le dossier, garder le dossier, laissez le ticket, laisser le ticket
                laisse le ticket, laissez le dossier, laisser le dossier, reste ouvert, rester ouvert, restera ouvert
                maintenir ouvert, maintenez, ne pas cloturer, pas cloturer, ne cloturez pas, ne fermez pas
                pas fermer, pas fermez, ne pas fermer, pas clore, pas le clore, ne pas clore, rouvrir
                rouvrez, reouvrir, reouvrez, reouverture, attendre avant de, attendez avant de
                keep it open, keep the ticket open, keep open, leave it open, leave open, leave the ticket
                do not close, don t close, please keep, reopen, re open, too early
                """
        ),
        LexiconTable(
            .content,
            words: """
                resolu:, resolue, regle, reglee, reglees, c est bon, tout est bon, parfait, parfaite, parfaitement
                nickel, impeccable, impec, super, top, genial, satisfait:, satisfaite, satisfaits, convient
                conviennent, me va, nous va, feu vert, bon pour moi, bon pour nous, en ordre, remarche~
                refonctionne~, fonctionne~, marche~, merci encore, encore merci, encore bravo, encore une fois, encore toutes, rentre dans l ordre, plus de souci, plus de probleme, ras
                plus plus aucun souci, accepte, acceptons, accepter, j accepte, accord, disparu, retabli:
                retablie, solved, resolved, fixed, sorted, all good, works, working, perfect, great, happy with
                satisfied, accept, fine now, back to normal, recording again, no more problem, no further problem
                tout bon, c est tout bon, tout va bien, va bien, du premier coup
                a chaque fois, a tous les coups, sans broncher, comme neuf, comme neuve
                comme sur des roulettes, affaire reglee, rien a redire, rien a ajouter
                plus aucun declenchement
                impeccables, sorted, picture is back, pictures are back
                image est revenue, images sont revenues, no trouble, good now, spot on
                brilliant
                tout est ok, c est ok, ok pour nous, ok pour moi, ok de notre cote
                ok de mon cote
                c est parfait, tout est parfait
                """
        ),
        LexiconTable(
            .relapses,
            words: """
                revenu:, revenue, revenues, revient, recommence~, recommence, rebelote, reapparu, reapparue
                re tombe, retombe:, retombee, de nouveau en panne, a nouveau en panne, encore, est encore, affiche encore, a encore, ont encore, encore la, encore le meme, toujours pas, toujours en
                rien n a change, rien de change, aucun changement, aucune amelioration, nothing has changed, no change
                meme probleme, meme panne, persiste~, se reproduit, reproduit, pire, empire, aggrave, a lache
                came back, come back, recurred, is still, are still, still not, still the, still has, happened again, worse, persists, happening again, same problem
                exactement le meme, exactement pareil, meme souci, toujours le meme
                toujours la, tjs pas, tjrs pas, tjr pas, redevenu:, redevenue, redevenues
                a nouveau noir, de nouveau noir, recidive, rechute, a rechute
                il manque toujours, il manque encore, manque encore, manque toujours
                personne n est venu, personne n est passe, n est pas venu, nobody came
                no one came, again this, again last, again today, again yesterday
                got stuck again, stuck again, once again, back again, problem is back
                fault is back, issue is back, it is back, it s back, decroche encore
                same again, rien n a ete fait, toujours en panne, toujours hs
                de nouveau rouge, a nouveau rouge, died again
                failed again, broke again, rouverte toute seule
                rouvert tout seul
                de nouveau hs, de nouveau bloque, de nouveau bloquee, a nouveau bloque
                a nouveau bloquee, de nouveau muet, a nouveau hs, de nouveau eteint
                de nouveau eteinte, a nouveau eteint
                """
        ),
        LexiconTable(
            .hedges,
            words: """
                a priori, il semble, semble, on dirait, apparemment, pour l instant, pour le moment, a confirmer
                a verifier, je verifie, nous verifions, je regarde, nous regardons, je vais verifier, je vais regarder
                je vais tester, nous allons tester, nous allons verifier, je teste, nous testons, je verrai, on verra
                je vous dirai, je vous dis, je vous tiens au courant, je vous tiens informe, nous vous tenons, je reviens vers vous
                nous revenons vers vous, je reviendrai, je transmets, je la transmets, je le transmets
                nous transmettons, je demande a, pas encore teste, pas encore verifie, pas encore pu, pas pu
                n ai pas pu, pas eu le temps, tranchera, decidera, reflechir, reflechis, je crois, je pense
                pas sur, pas sure, pas certain, pas certaine, en tout cas, par contre, sous reserve
                attendons de voir, j attends de voir, avis mitige, on va voir, a voir, prefere attendre, preferons attendre, trop tot
                seems, it seems, apparently, so far, for now, for the moment, will check, i ll check, let me check
                we ll check, will test, i ll test, will let you know, i ll let you know, get back to you, not sure
                not yet, haven t tested, haven t checked, have not tested, have not checked, think so, i think
                looks like, need to check, passing it on, will decide
                dans la duree, quelques jours, quelques semaines, pour etre sur
                pour etre surs, pour etre sure, il faudrait que je, faut que je, je dois voir
                je dois verifier, je vois avec, voir avec, voie avec, en conge jusqu
                je vous redis, vous redis, vous redirai, je reviendrai vers, on vous dira
                on vous redit, a confirmer, a valider, valider avec, pas encore eu
                n ai pas encore, n avons pas encore, encore quelques, laissez nous
                laissez moi, on verra, need a few days, a few more days, want to be sure
                wait and see, have to ask, need to ask, after the weekend, after my holiday
                once i have
                """
        ),
        LexiconTable(
            .note,
            words: """
                note=, noter, note de, mets, met, mettre, mettrai, mettons, donne, donner, donnerai, donnons, disons
                attribue, evaluation, sur cinq, sur 5, sur dix, sur 10, etoiles, etoile, points, score, rating, rate
                give, out of five, out of 5, out of ten, out of 10, stars, star, mark, attribuerai, ce sera, je dirais
                reactivite, qualite, qualite de la solution, solution, communication, responsiveness, quality
                satisfaction, amabilite, ponctualite, proprete
                """
        ),
    ]
}
