// What can be affected: systems, apparatus, their pieces, entrances, places, and what they deliver.

extension LexiconTable {
    /// The things of the trade.
    static let things: [LexiconTable] = [
        LexiconTable(
            .system,
            words: """
                systeme=, sisteme, installation=, instal, centrale=, central d alarme
                centrale d alarme, centrale intrusion, centrale alarme, transmetteur=
                controle d acces, controle d acce, controle acces, controles d acces, ctrl d acces
                videosurveillance, video surveillance, videoprotection, video protection, vms
                enregistreur=, enregistreure=, nvr, dvr, xvr, stockeur=, serveur=, serveur video
                utl, utls, automate=, superviseur=, supervision, hyperviseur=, hypervision
                telesurveillance, telesurveilleur=, centre de telesurveillance, station de telesurveillance
                teletransmission, transmission=, liaison=, ligne de transmission, test cyclique, tests cycliques
                anti intrusion, detection intrusion, detection d intrusion, systeme intrusion
                interphonie, visiophonie, sonorisation, controleur=, concentrateur=, switch, routeur=
                disque=, disque dur, disques durs, hard disk, hard drive, hard disks, hard drives
                baie, armoire, reseau=, bus, onduleur=, alimentation generale
                recorder=, control panel=, alarm panel=, panel=, access control, access system
                surveillance system=, video system, cctv, security system=, alarm system=, intrusion system
                intrusion detection, intruder detection, monitoring station, alarm receiving centre, server=
                alarm transmission, alarm link, alarm communicator, communicator, controller=, door controller=
                """
        ),
        LexiconTable(
            .system,
            .alarm,
            words: """
                alarme=, alarm, alarms, allarme=, alarme intrusion, alarme anti intrusion
                intrusion alarm, burglar alarm, intruder alarm, house alarm
                """
        ),
        LexiconTable(.device, .alarm, words: "sirene=, siren, sirens, buzzer, avertisseur="),
        LexiconTable(
            .device,
            words: """
                camera=, camra, camera= ip, cam, cams, dome=, ptz, webcam=, objectif
                lecteur=, lecteur= de badge=, tete de lecture, badge=, badge= d acces, carte d acces
                telecommande=, teleco, bip, pass, passe partout, transpondeur=, biometrique
                detecteur=, detect, capteur=, radar=, contact=, contact= d ouverture, sonde=
                pir, pirs, infrarouge passif, volumetrique=, barriere infrarouge, detecteur= de mouvement
                clavier=, boitier=, pupitre=, pave numerique, digicode=, afficheur=
                ecran=, moniteur=, mur d images, television, tele, tv, dalle, poste=, ordinateur=, pc
                application=, appli=, app, apps, logiciel=, smartphone=, telephone=, tablette=, portable
                interphone=, interfone, visiophone=, visio, combine=, platine=, platine de rue, portier=
                sonnette=, carillon, haut parleur=, micro, microphone=, modem, box, antenne
                imprimante=, encodeur, borne=, portique=
                badgeuse=, pointeuse=, voie=, canal, canaux, channel=, module=, carte=, relais, alimentation=, alim, transfo, transformateur
                nouveau badge, nouveaux badges, new badge, new badges
                bouton poussoir, bouton de sortie, bouton d appel, poussoir=, bouton=
                lecteur d empreinte, lecteur biometrique, flash, gyrophare, projecteur=, equipement=, appareil=
                reader=, badge reader=, card reader=, fob=, key fob=, tag=, remote, remotes, remote control=
                detector=, sensor=, motion sensor=, door contact=, keypad=, screen=, monitor=, display
                intercom=, video intercom, handset=, doorbell=, door station, entry phone, button=, exit button
                phone, tablet, microphone, speaker=, device=, unit=
                """
        ),
        LexiconTable(
            .device,
            .minor,
            words: """
                badge=, carte d acces, telecommande=, teleco, bip, pass, transpondeur=, combine=, sonnette=, carillon
                ecran=, moniteur=, dalle, television, tele, tv, application=, appli=, app, apps, smartphone=
                telephone=, tablette=, imprimante=, souris, tapis, pointeuse=, badgeuse=, visiophone=, interphone=
                visio, micro, microphone=, haut parleur=, flash, gyrophare, portier, ordinateur=, pc
                fob=, key fob=, tag=, remote, remotes, remote control=, handset=, doorbell=, screen=, monitor=
                phone, tablet, intercom=, video intercom, printer=, card printer=, workstation=, mouse, speaker=
                """
        ),
        LexiconTable(
            .part,
            words: """
                pile=, batterie=, accu, accus, battery, batteries, voyant=, led, leds, lumiere, retroeclairage
                infrarouge=, ir, touche=, son, audio, objectif, zoom, vitre, capot, coque, cache, dome fissure
                fixation, support, mat, cable=, fil, fils, connecteur, prise, etiquette=, vis, ventilateur
                horodatage, horloge, heure, date, menu, favoris, lisse, aimant, infrared, light, lens, cover
                sound, bracket, cable, label, clock, time stamp, timestamp
                """
        ),
        LexiconTable(
            .opening,
            words: """
                porte=, porte= d entree, portail=, portails, portillon=, portillons, portique= d entree
                serrure=, gache=, ventouse=, verrou=, verrous, cylindre, ferme porte, groom
                barriere=, lisse de la barriere, rideau=, rideaux, rideau metallique, grille=, volet=
                tourniquet=, sas, entree principale, issue=, fenetre=, baie vitree, acces principal
                porte de garage, porte basculante, porte sectionnelle, porte coulissante, porte automatique
                door=, gate=, lock=, electric lock, magnetic lock, maglock, latch, strike, barrier=
                turnstile=, shutter=, roller shutter, window=, front door, back door, entrance door
                """
        ),
        LexiconTable(
            .place,
            words: """
                zone=, parking=, entrepot=, depot, hangar=, quai=, cour, hall, sous sol=, rez de chaussee
                perimetre, cloture, site=, batiment=, etage=, couloir=, local, locaux, magasin=, boutique=
                bureau, bureaux, reserve=, stock, atelier=, secteur=, aile, facade, arriere, exterieur
                accueil, entree, entree du personnel, cave, caves, escalier=, salle=, agence=, usine
                maison, appartement=, immeuble, residence, jardin, terrasse, caisse=, coffre=, salle des coffres
                rayon=, allee, rue, abords, chantier, cuisine, dortoir, vestiaire=, toit, quartier
                area=, car park, warehouse=, yard, lobby, floor=, building=, basement, fence, perimeter
                loading bay, dock, store, shop, office=, corridor=, stairwell, back gate, garden, room=, hallway
                """
        ),
        LexiconTable(
            .picture,
            words: """
                image=, video=, visuel, vue=, flux, direct, relecture=, enregistrement=, sequence=
                signal, retour video, retour image, affichage, picture, pictures, footage, live view
                recording=, playback, feed, feeds, view, views, signals, events, notification=, alerte=
                """
        ),
        LexiconTable(
            .safety,
            words: """
                bouton= agression, bouton= d agression, bouton= panique, bouton= d alerte, bouton= d alarme
                bouton= d alerte agression, bouton= anti agression, alerte agression, alarme agression
                pedale agression, dati, pti, travailleur isole, bouton= d urgence, appel malade, appels malades
                detection incendie, alarme incendie, centrale incendie, ssi, detecteur= incendie
                detecteur= de fumee, desenfumage, issue= de secours, porte= de secours, sortie= de secours
                porte= coupe feu, deverrouillage de secours, anti panique, barre anti panique, appel infirmiere
                panic button=, hold up button=, duress button=, fire alarm=, fire panel, smoke detector=
                emergency exit=, fire door=, emergency door=, nurse call, lone worker, emergency button=
                """
        ),
    ]
}
