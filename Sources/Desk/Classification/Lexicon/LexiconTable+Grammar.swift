// The small words that turn a meaning around, bound it, or move it in time.

extension LexiconTable {
    /// Negation, number, time, clauses.
    static let grammar: [LexiconTable] = [
        LexiconTable(.ne, words: "ne, n"),
        LexiconTable(
            .not,
            words: """
                pas, guere, jamais, non, pas du tout, absolument pas, pas encore, toujours pas, tjs pas, tjrs pas, tjr pas, still not, ni, pa, not, never, neither, nor
                doesn t, isn t, don t, didn t, hasn t, haven t, wasn t, weren t, aren t, wouldn t, shouldn t
                doesnt, isnt, didnt, hasnt, havent, wasnt, arent, not even, plus du tout
                po, pas du tout, point du tout, jamais plus, aint, ain t, cannot
                """
        ),
        LexiconTable(.plus, words: "plus, pu, no longer, any more, anymore, no more"),
        LexiconTable(.nothing, words: "rien, plus rien, nothing, anything, que dalle"),
        LexiconTable(
            .none,
            words: "aucun, aucune, aucuns, nul, nulle, zero, no, none, pas un, pas une"
        ),
        LexiconTable(.nobody, words: "personne, nobody, no one"),
        LexiconTable(.without, words: "sans, without"),
        LexiconTable(
            .unable,
            words: """
                impossible, impossible de, impossible d, n arrive pas a, n arrive plus a, n arrivons pas a, n arrivent pas a, n arrivent plus a, arrivent pas a
                n arrivons plus a, arrive pas a, arrive plus a, arrive pas, arrivons plus a, arrivons pas a, n arrivent pas a, n arrivent plus a, arrivent pas a
                veu pas, veu plus, veu pa, veut pa, veux pas, veux plus, incapable de, plus moyen de, pas moyen de, refuse de, refusent de, refuse d, refuse
                ne peut plus, ne peuvent plus, ne pouvons plus, peut plus, peux plus, pouvons plus, ne veut plus
                ne veulent plus, veut plus, veut pas, ne veut pas, refuses to, refuse to, unable to, fails to
                failed to, fail to, cannot, can t, can not, could not, couldn t, won t, will not, impossible to
                refuses, no way to, cant, wont, stopped, has stopped, have stopped, stops, a cesse de, ont cesse de, cesse de
                """
        ),
        LexiconTable(
            .indeed,
            words: """
                bien, tres bien, toujours, encore, quand meme, comme avant, comme d habitude, comme il faut
                par ailleurs, sinon, still, as usual, as before, well, all right, otherwise
                tjs, tjrs, tjours, tjr, comme avant, aussi bien, a nouveau, de nouveau
                comme convenu, comme prevu, again, correctly, normalement, parfaitement
                correctement, finit par, finissent par, quand meme, kan meme, still fine
                all the same
                """
        ),
        LexiconTable(
            .refuses,
            words: """
                veu pas, veu plus, veu pa, veut pa, veux pas, veux plus, refuse de, refusent de, refuse d, refuse, refusent, ne veut plus, ne veulent plus, veut plus, veut pas
                ne veut pas, ne veulent pas, refuses to, refuse to, refuses, fails to, failed to, won t, will not, wont
                """
        ),
        LexiconTable(.que, words: "que, qu"),
        LexiconTable(
            .filler,
            words: """
                toujours, vraiment, meme, trop, tres, bien, encore, tout a fait, du tout, absolument, deja, etre
                desole du derangement, desolee du derangement, desoles du derangement, pardon pour le derangement
                navre du derangement, navree du derangement, excusez le derangement, sorry for the trouble
                sorry to trouble, securite incendie, service incendie, consignes incendie, registre incendie, commission de securite
                question mark, patience is gone, prendre contact, prenez contact, pris contact
                prends contact, contact avec, en contact
                mettre hors tension, mise hors tension, arrete prefectoral, arrete municipal
                ete, est, sont, a, ont, be, been, being, is, are, really, very, yet, still
                even, se, s, y, en, me, nous, vous, l, le, la, les, lui, leur, ca, c, m, completement, de plus, en plus
                au plus tot, plus ou moins, de moins en moins, de plus en plus, tout a coup, plutot
                si possible, si besoin, si necessaire, si vous pouvez, si vous pouviez, si vous voulez, si vous avez
                comme si, mettre hors service, finition noire, finition noir, couleur noire, noir et blanc, en noir, en blanc, tout seul, toute seule, tous seuls, toutes seules, if possible, if needed, if you can, if you could, if necessary, as if
                tjs, tjrs, tjr, hier, demain, ici, partout, nulle part, maintenant, desormais
                depuis, carrement, totalement, completement
                l une apres l autre, l un apres l autre, les uns apres les autres
                les unes apres les autres, l un et l autre, l une et l autre, d autre part
                autre chose, une autre fois, de temps a autre, d un autre cote, entre autres
                one after the other, one after another, on the other hand, each other
                the other day, l autre jour
                """
        ),
        LexiconTable(
            .conjunction,
            words: """
                mais, et, donc, car, or, parce que, parce qu, puisque, puisqu, alors que, alors qu, alors
                tandis que, tandis qu, sauf, sauf que, hormis, par contre, en revanche, cependant, pourtant
                toutefois, neanmoins, surtout, du coup, quand, lorsque, lorsqu, des que, pendant que, bien que
                quoique, malgre, ainsi que, c est pourquoi, and, but, so, because, while, whereas, except
                however, although, though, yet, therefore, when, despite, tant que, enfin, ensuite, puis, sinon, tout d abord
                avant tout, malgre tout, tout de meme, otherwise
                meme si, even if, depuis que, depuis qu, apres que, maintenant que
                """
        ),
        LexiconTable(
            .pronoun,
            words: """
                il, elle, ils, elles, ca, cela, ceci, qui, lui, it, they, which, that, celle ci
                celui ci
                cette derniere, ce dernier, celui la, celle la, these, he, she
                """
        ),
        LexiconTable(
            .relative,
            words: "qui, dont, which, that, who, whose, laquelle, lequel, lesquelles"
        ),
        LexiconTable(
            .hypothetical,
            words: """
                si, si jamais, au cas ou, en cas de, en cas d, dans le cas ou, que se passe, que se passerait
                qu arrive, qu arriverait, que faire si, que faire en cas, imaginons, supposons, hypothese
                theorique, theoriquement, eventuellement, le jour ou, avant que, avant qu, a moins que, de peur
                pour ne pas, afin de ne pas, so as not to, pour eviter, afin d eviter, eviter que, exercice, simulation, pour le cas, faute de quoi
                if, in case, in the event, what happens, what would happen, suppose, hypothetical, theoretical
                theoretically, drill, unless, in order to avoid, to avoid, to prevent, should the
                est ce que si
                pour que, pour qu, afin que, afin qu, so that, de sorte que, de facon a
                de maniere a, a supposer, mettons que, quand bien meme, en admettant, what if
                say the, were to, in the event of, en prevision
                """
        ),
        LexiconTable(
            .wished,
            words: """
                il me faudrait, il nous faudrait, il me faut, il nous faut, me faudrait, nous faudrait
                il faut, il faudrait, faut, faudrait, faudra, il faudra, merci de, pouvez vous, pourriez vous
                svp, s il vous plait, stp, s il te plait
                merci d, merci de noter, veuillez noter, prenez note, please note, vous demander, je cherche, nous cherchons, ont besoin, avons besoin, ai besoin, a besoin
                serait la bienvenue, serait bienvenue, seraient bienvenus, demande un, demande une, demande la, demande le, demande les
                demandent la, demandent le, reclame le, reclame la, looking for, grateful, pour copier
                vous pouvez, tu peux, on voudrait, on aimerait, je veux, on veut, voudrai, aimerai
                jaimerais, jaimerai, jvoudrais, faites moi
                peux tu, pourrais tu, veuillez, priere de, prevoir de, besoin de, besoin que, voulons, voudrions
                voudrais, aimerais, aimerions, souhaite, souhaitons, souhaiterais, souhaiterions, doit, doivent
                devons, devrait, devraient, devez, must, need to, needs to, have to, please, could you, can you
                would you, want to, we need, i need, should
                """
        ),
        LexiconTable(
            .would,
            words: """
                would, might, serait, seraient, aurait, auraient, pourrait, pourraient, risque de
                risquent de
                """
        ),
        LexiconTable(
            .was,
            words: """
                etait, etaient, avait, avaient, avais, avions, aviez, etiez
                was, were, had, had been
                """
        ),
        LexiconTable(
            .whole,
            words: """
                tout, toute, toutes, tous, l ensemble, ensemble des, ensemble du, l integralite, integralite
                totalite, entier, entiere, entierement, complet, complete, completement, totalement
                integralement, partout, all, whole, entire, every, everything, everywhere, completely, totally
                each, entirely, chacun, chacune, chaque, both
                """
        ),
        LexiconTable(
            .several,
            words: """
                plusieurs, certaines, certains, quelques, la moitie, moitie, beaucoup, la plupart, un tiers
                une partie, une bonne partie, diverses, divers, nombreuses, nombreux, several, some, half, most
                many, a number of, a few, une dizaine, une douzaine, une quinzaine
                """
        ),
        LexiconTable(
            .one,
            words: """
                un, une, l une, l un, le, la, l, mon, ma, notre, votre, cet, cette, ce, son, sa, celle, celui
                a, an, one, the, my, our, this, that, its, chaque
                """
        ),
        LexiconTable(
            .plural,
            words: "les, des, mes, nos, ces, ses, leurs, these, those, ceux"
        ),
        LexiconTable(
            .only,
            words: """
                seul, seule, seuls, seules, uniquement, juste, seulement, simplement, exclusivement, only, just
                single, merely, c est tout, isole, isolee, la seule qui ne, le seul qui ne, la seule qui n, le seul qui n, seule a ne, seul a ne
                the only one not, only one that does not, only one that doesn t, the only one with, only one affected
                une seule, un seul, rien que
                """
        ),
        LexiconTable(
            .others,
            words: """
                autres, autre, l autre, le reste, voisin, voisine, voisins, voisines, other, others, the rest
                le mien, la mienne, les miens, les miennes, le sien, la sienne, mon associe
                mine works, my own
                remaining, elsewhere, ailleurs, deuxieme, seconde, second, de secours, de pret, provisoire
                neighbouring, spare, backup, celles
                toutes les autres, tous les autres, tout autre, collegues, confrere=
                le restant, reste du, reste de, reste des, partout ailleurs, colleagues
                everyone else, everybody else, neighbours, neighbors
                ceux, celles
                """
        ),
        LexiconTable(
            .alike,
            words: """
                non plus, aussi, pareil, pareilles, idem, de meme, egalement, as well, too, same
                likewise, neither
                """
        ),
        LexiconTable(
            .atPresent,
            words: """
                maintenant, en ce moment, actuellement, a l instant, a l heure actuelle, en cours, cette nuit
                ce matin, ce soir, ce midi, cet apres midi, aujourd hui, hier, hier soir, la nuit derniere
                ce week end, ce weekend, en train de, a cette heure, sur place, tout de suite, a present
                right now, at the moment, currently, tonight, this morning, this evening, this afternoon
                last night, today, now, yesterday, as we speak, in progress, this weekend, over the weekend
                essaie de, essaient de, tente de, tentent de, est en train, sont en train
                trying to, are trying, is trying, tournent autour, tourne autour
                rodent autour, rode autour
                """
        ),
        LexiconTable(
            .justNow,
            words: """
                vient de, vient d, viens de, viens d, venons de, venons d, viennent de, viennent d
                just been, has just, have just, just had, s est fait, se faire, nous sommes fait, on s est fait
                me suis fait, nous avons ete, on a ete, avons ete, ai ete, we have been, we ve been, we were
                """
        ),
        LexiconTable(
            .past,
            words: """
                l an dernier, l annee derniere, an passe, annee passee, le mois dernier, mois passe, il y a un an
                il y a deux ans, il y a trois ans, il y a des annees, il y a quelques mois, il y a deux mois
                il y a trois mois, il y a six mois, autrefois, jadis, a l epoque, en 2020, en 2021, en 2022
                en 2023, en 2024, en 2025, l ete dernier, l hiver dernier, le printemps dernier, precedemment
                last year, last month, last summer, last winter, last spring, years ago, a year ago, months ago
                two years ago, previously, in 2023, in 2024, in 2025, back then, cette annee, this year
                la semaine derniere, last week
                """
        ),
        LexiconTable(
            .since,
            words: "depuis, depuis que, depuis qu, since, for the past, for the last, ever since"
        ),
        LexiconTable(
            .later,
            words: """
                prochain, prochaine, prochainement, bientot, demain, plus tard, a venir, prevu, prevue, projet
                projets, envisageons, envisage, souhaitons, comptons, sera, seront, allons, va etre, next
                are planning, we plan, i plan, nous organisons, organisons un, soon, tomorrow, upcoming, planned, plan to, going to, will be, future, envisager
                """
        ),
    ]
}
