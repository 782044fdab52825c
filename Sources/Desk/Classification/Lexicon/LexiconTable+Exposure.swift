// Who or what is exposed: what is watched, what is not, who can enter, what has happened.

extension LexiconTable {
    /// Exposure and danger.
    static let exposure: [LexiconTable] = [
        LexiconTable(
            .watched,
            words: """
                rien n est exclu, aucune zone exclue, nothing is excluded
                surveille, surveillee, surveilles, surveillees, surveiller, surveillent, surveillance active
                meme vue, memes images, same view
                sous l oeil de
                protege, protegee, proteges, protegees, proteger, protegent, couvert:, couverte, couvre, couvrent
                couvrir, filme, filmee, filmes, filmees, filment, securise, securisee, securises, securisees
                securiser, sous surveillance, sous alarme, sous protection, sous video, prend le relais
                meme endroit, meme zone, meme secteur, meme angle, same area, same spot, same place, overlap, overlaps, overlapping, recoupe, recoupent, a pris le relais, ont pris le relais, compense, compensent
                coverage, couverture
                watched, watches, watch, monitored, monitors, covered, covers, cover, covering, protected
                protects, protect, guarded, secured, overlooks, under surveillance
                vu par, vue par, vus par, vues par, visible par, visible depuis, visible sur
                visible avec, visibles par, visibles depuis, visibles sur, double par
                doublee par, doublees par, doubles par, relaye par, relayee par, relayes par
                seen by, visible from, visible on, backed up by, double couverture, redondant:
                redondante, fait doublon, balaie, balaient, balayent, pas de trou, aucun trou
                pas d angle mort, aucun angle mort, rien n est decouvert
                recouvrement, recouvrements, chevauche, chevauchent, montre pareil, montrent pareil
                voit pareil, voit la meme, voient la meme, voient les memes, montre la meme
                montrent la meme, montrent les memes, voit le meme, voient le meme, see the same
                sees the same, show the same, shows the same, prend tout, prennent tout
                prend la zone, prennent la zone, couvre tout, couvrent tout
                no gap, no gaps, no blind spot, no blind spots, not blind
                pas aveugles, pas aveugle, pas a decouvert
                """
        ),
        LexiconTable(
            .sees,
            words: """
                voit, voient, voir, vois, voyons, voyait, visible, visibles, visualiser, visualise, visualisons
                apercoit, distingue, distinguons, revoir, consulter, see, sees, seeing, visible, view, watch
                """
        ),
        LexiconTable(
            .unwatched,
            words: """
                a decouvert, zone decouverte, zones decouvertes, est decouvert, est decouverte, sont decouvertes
                ne puisse etre mise, ne peut etre mise, sans que l alarme, ne peut pas etre mise
                ne la met plus, ne le met plus, ne l arme plus, ne la mettons plus, ne mettons plus l alarme
                ne mets plus l alarme, ne met plus l alarme, n ose plus la mettre, n osons plus la mettre
                n armons plus, n arme plus le soir
                n est plus vu, n est plus vue, ne sont plus vus, ne sont plus vues
                n est pas vue, n est pas vu, plus vue, plus vus, plus vues
                n est decouverte, n est decouvert, reste decouverte, laisse decouvert, laisse decouverte
                angle mort, angles morts, aveugle=, a l aveugle, sans surveillance, sans protection, sans alarme
                sans video, sans videosurveillance, sans camera, sans cameras, sans detection, sans controle
                sans aucune surveillance, sans aucune protection, sans aucune alarme, sans aucun controle
                sans systeme, sans rien, sans plus rien, sans telesurveillance, hors surveillance, hors protection, sans defense, vulnerable
                non surveille, non surveillee, non surveilles, non protege, non protegee, non couvert, non couverte
                non securise, non securisee, pas securise, pas securisee, trou dans la surveillance
                unmonitored, unguarded, unprotected, uncovered, unwatched, blind spot=, unsecured, unsupervised
                without alarm, without an alarm, without any alarm, without protection, without surveillance
                without cctv, without detection, without intrusion detection, without cover, not covered
                no coverage, not secured, not secure, insecure, blind
                plus d oeil, plus un oeil, sans oeil, sans yeux, plus d yeux, pas d yeux
                dans le noir complet, livre a lui meme, livree a elle meme, livres a eux memes
                porte ouverte aux voleurs, sans garde, sans gardien, exposed, wide exposed
                no eyes on, nothing watching, no one watching, nobody watching, sans filet
                sans couverture, pas couvert:, pas couverte, pas couvertes, pas protege
                pas protegee, pas proteges, pas protegees, pas surveille, pas surveillee
                """
        ),
        LexiconTable(
            .exclusive,
            words: """
                seule a voir, seul a voir, seules a voir, seule qui voit, seul qui voit, seules qui voient
                seuls qui voient, seule a couvrir, seules a couvrir, seule qui couvre, seules qui couvrent
                seule a surveiller, seules a surveiller, seule qui surveille, seules qui surveillent
                seule qui filme, seules qui filment, seule a filmer, seules a filmer, seule camera du
                seule camera de, seule camera qui, seules cameras qui, seules cameras du, unique camera
                unique lecteur, unique acces, seul acces, seule protection, seule entree, seul detecteur, n y en a qu une, n y en a qu un, n en a qu une, n en a qu un, only have one, only have the one
                la seule que, la seule qu on, le seul que, le seul qu on, c est la seule
                c est le seul, la seule sur, la seule du, la seule de, le seul sur, le seul du, le seul de, pas d autre, pas dautre
                the only one on, the only one in, the only one for, no other camera, no other coverage, no other alarm
                notre seule, notre seul, ma seule, mon seul, notre unique, mon unique, ma unique
                seul moyen de surveillance, our only, my only, only one we have, only one i have, only camera we
                only camera covering, only one covering, only ones covering, only camera that, only cameras that
                only one that sees, only ones that see, only one watching, only camera on, only camera in
                only detector, only reader, only entrance
                """
        ),
        LexiconTable(
            .exposed,
            words: """
                peut toujours entrer, peut encore entrer, peuvent toujours entrer, peuvent encore entrer
                peut toujours rentrer, peut encore rentrer, entrer quand il veut, entre quand il veut
                entrer quand elle veut, entrer quand ils veulent, entre quand elle veut, can still get in
                can still enter, can still walk in, still has access, a toujours acces, a encore acces
                n importe qui, tout le monde entre, tout le monde peut entrer, tout le monde rentre, libre acces
                toute grande, tout grand, s ouvre en grand
                sortir librement, sortent librement, entrent librement
                traverser toute, traverser tout, traverse sans, traverser sans
                acces libre, en acces libre, ouverture libre, mode libre, en libre, dans un moulin, sans badger, sans badge
                entrer sans, rentrer sans, grand ouvert, grande ouverte, grandes ouvertes, grands ouverts
                ouvert a tous, ouverte a tous, ouvert a tout vent, ouverte a tout vent, ouvertes a tout vent
                a tous vents, aux quatre vents, a tout va, bloque ouvert, bloquee ouverte, bloquees ouvertes
                bloque en position ouverte, bloquee en position ouverte, coince ouvert, coincee ouverte
                reste ouvert, reste ouverte, restent ouvertes, restent ouverts, restee ouverte, resta ouverte
                reste grand ouvert, reste grande ouverte, laisse ouvert, laissee ouverte, laissees ouvertes
                maintenu ouvert, maintenue ouverte, en position ouverte, en position ouvert, toujours ouverte
                est deverrouille, sont deverrouilles, reste deverrouille, restent deverrouilles, etait deverrouille
                deverrouillee, deverrouilles, deverrouillees, deverrouillage permanent, ouvre a tous, ouvrent a tous
                ouvre a tout le monde, ouvrent a tout le monde, ouvre pour tous, every door, still open every
                accepte tous, accepte toutes, accepte tout, accepts any, accepts every, accepts all, laisse passer, laissent passer, laisse entrer, laissent entrer, n importe quel, n importe quelle, se rouvre
                se rouvrent, rouvre, s ouvre d elle meme, s ouvre de lui meme, s ouvre seule, s ouvre seul, lets everyone in
                lets anyone in, lets anybody in, lets everybody in, walk through, walk straight through, walks through
                s ouvre toute seule, s ouvre tout seul, s ouvrent toutes seules, 
                suffit de pousser, il suffit de pousser, suffit de tirer, ouvre en poussant, ouvre en forcant, ouvre d un coup, entre comme dans
                entrent comme, penetrer librement, entrer librement, rentrer librement, circuler librement
                passer librement, sans controle, porte battante, ouverte jour et nuit, ouvert jour et nuit
                anyone can, anybody can, anyone could, anybody could, walk in, walks in, walk straight in
                walk right in, wide open, stands open, standing open, open to any, open to anyone, free access
                unlocked, propped open, held open, stuck open, left open, remains open, stays open, stay open
                not locked, no longer locked, unlocks itself, opens by itself, opens on its own, opens without
                swings open, without a badge, without badging, fully open, jammed open, open to the street
                se promener, s y promener, se balader, s y balader, rentre comme il veut
                entre comme il veut, entre qui veut, rentre qui veut, passe qui veut
                comme dans un moulin, ouvre avec tout, ouvre a tout, ouvre pour tout
                ouvre pour tout le monde, ouvre a n importe, accepte n importe, accepte tout
                toutes les cartes passent, cale la porte, calee la porte, calent la porte
                cale avec, calee avec, calee par, maintenue par, maintenue avec, tenue par
                tenue par une, propped with, wedged open, wedge, doorstop, comes and goes as
                anyone off the street, anyone from, opens for everyone, opens to everyone
                opens for anyone, opens for anybody
                s ouvre sans badge, s ouvre sans code, s ouvre sans cle, s ouvre sans raison
                s ouvre sans appuyer, s ouvre sans qu, s ouvrent sans badge
                s ouvrent sans code, code n est plus demande, plus besoin de code
                plus besoin de badge, plus besoin de cle, ne demande plus de code
                ne demande plus le code, ne demande plus de badge, sans code, no code needed
                no badge needed, sans que personne badge
                """
        ),
        LexiconTable(
            .excluded,
            words: """
                exclu:, exclue, exclus, exclues, ejecte:, ejectee, ejectees, shunte:, shuntee, shuntees
                inhibe:, inhibee, inhibees, desactive:, desactivee, desactivees
                mis hors service, mise hors service, mises hors service, mode maintenance, en mode maintenance, en mode test
                suspendu la telesurveillance, telesurveillance suspendue, telesurveillance est coupee
                bypassed, bypass, excluded, disabled, maintenance mode
                """
        ),
        LexiconTable(
            .event,
            words: """
                cambriole:, cambriolee, cambrioles, cambriolees, cambrioler, cambriolage=, cambrioleur=
                bouscule:, bousculee, bouscules, bousculees, degat des eaux
                effraction=, fracture:, fracturee, fracturees, forcee, forcees, forcer la porte, force la porte
                tentative de vol, tentative d effraction, tentative d intrusion, intrusion, intrusions
                intrus, un vol, le vol, vol de, vols, voleur=, derobe:, derobee, derobes, vole:, volee, volees, voles
                agression, agressions, agresse:, agressee, agresses, ete menace, ete menacee, ete menacees, ete menaces
                nous menace, menace avec, arme a feu
                braquage, braque, incendie, incendies, depart de feu, le feu, fumee, fumees, flammes, feu
                blesse:, blessee, malaise, individus, individu, rodeur=, rode, rodent, squatte, squatteurs
                vandalisme, vandalise:, vandalisee, saccage:, saccagee, ont ete visitees, a ete visite
                inondation, fuite de gaz, explosion, en danger, danger, police sur place, gendarmes sur place
                inconnus, un inconnu, quelqu un est entre, sont entres, on est entre, est rentre chez
                burgled, burglary, burglars, break in, break ins, broke in, broken into, broken in, intruder=
                robbery, robbed, stolen, theft, thieves, fire, smoke, flames, injured, threatened, assault
                assaulted, trespasser=, prowler=, vandalised, vandalized, vandals, forced open, danger, hold up
                attempted break in, someone got in, somebody got in, strangers
                brise:, brisee, brisees, vitre cassee, vitres cassees, vitrine cassee
                enfonce la porte, enfonce le rideau, menacer
                pistolet, couteau, cagoule:, cagoules, braquer, pris la fuite, evacue:
                evacuee, evacues, evacuer, evacuation, etincelle=, court circuit
                odeur de brule, sent le brule, inonde:, inondee, degat des eaux
                visite nocturne, visiteurs nocturnes, visites cette nuit, cambrio, cambriolle:
                cambriollee, ete visite, ete visitee, ete visites, pille, pillee
                pompiers, samu, smashed, smashed in, broken glass, knife, gun
                armed man, evacuated, sparks, burning smell, flood, flooded, ransacked, looted
                mugged, attacked, firefighters, ambulance, through our back window
                through our window
                a menace, ont menace, me menace, ai ete menacee, menace de mort, menace ma, menace mon
                """
        ),
        LexiconTable(
            .event,
            .atPresent,
            words: """
                de la fumee, odeur de brule, sent le brule, ca brule, flammes, etincelle=, prend feu, pris feu
                smoke coming, smell of burning, burning smell, sparks, on fire
                """
        ),
        LexiconTable(
            .stuck,
            words: """
                coince: entre, coincee entre, bloque: entre, bloquee entre, bloquees entre, coince: dans, coincee dans, coinces dans, bloque: dans, bloquee dans, bloques dans, bloquees dans
                enferme:, enfermee, enfermes, enfermees, prisonnier=, prisonniere, bloque: a l interieur
                bloquee a l interieur, bloques a l interieur, bloque a l exterieur, bloques dehors, bloquee dehors
                peut plus sortir, peuvent plus sortir, pouvons plus sortir, peux plus sortir, pas sortir
                plus sortir, impossible de sortir, trapped, stuck inside, stuck in, locked in, locked inside
                can t get out, cannot get out, unable to get out, unable to leave, cannot leave
                coincee a l interieur, coince a l interieur, bloquee a l exterieur
                peut pas sortir, peuvent pas sortir, arrive pas a sortir, arrive plus a sortir
                ne peut sortir, restee enfermee, reste enferme, shut in, shut inside
                cannot exit, can t exit, unable to exit, trapped inside, stuck between
                """
        ),
        LexiconTable(
            .sounds,
            words: """
                sonne~, hurle~, retentit, retentissent, se declenche~, declenche~, s est declenchee, s est mise
                siffle~, ring, rings, ringing, going off, goes off, went off, sounding, sounds, blaring, blasting
                wailing
                beugle~, rugit, braille~, mugit, gueule~, retentissait, howl, howls, howling
                screams, screaming, shrieks, shrieking, wails, blares
                """
        ),
        LexiconTable(
            .endless,
            words: """
                non stop, sans arret, sans s arreter, en continu, sans cesse, en permanence, continuellement
                sans interruption, en boucle, depuis des heures, toute la nuit, n arrete pas, n arretent pas
                arrete pas, s arrete pas, s arrete plus, ne s arrete pas, ne s arrete plus, constantly
                continuously, non stop, nonstop, won t stop, will not stop, doesn t stop, does not stop, for hours
                all night, keeps ringing, keeps sounding
                sans interruption, sans discontinuer, sans relache, sans repit, sans fin
                jour et nuit, toute la journee, toute la soiree, depuis une heure
                depuis deux heures, depuis trois heures, depuis ce matin sans, ne la calme
                ne le calme, ne la fait taire, ne la coupe, ne l arrete, ne l eteint, n y fait
                aucun code ne, around the clock, without stopping, non stop since
                won t shut up, can t be silenced, cannot be silenced, no code
                """
        ),
        LexiconTable(
            .stops,
            words: """
                arreter, l arreter, larreter, l arrete, larrete, couper la sirene, couper l alarme, la couper, l eteindre, eteindre
                faire taire, stopper, stop it, silence it, turn it off, switch it off, stop the, silence the
                turn the alarm off, switch the alarm off
                la stopper, le stopper, l interrompre, la faire taire, le faire taire
                la calmer, la couper, le couper, shut it up, silence the alarm, kill the siren
                turn the siren off, switch the siren off
                """
        ),
    ]
}
