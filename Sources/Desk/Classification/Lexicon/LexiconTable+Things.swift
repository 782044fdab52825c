// What can be affected: systems, apparatus, their pieces, entrances, places, and what they deliver.

extension LexiconTable {
    /// The things of the trade.
    static let things: [LexiconTable] = [
        LexiconTable(
            .system,
            words: """
                systeme=, sisteme, installation=, instal, centrale=, central d alarme
                pc bus, pc securite, pc de securite, poste de commandement, poste de securite, poste central
                passe general, badge maitre, badge d administrateur, badge administrateur, badge admin, carte maitresse
                cle maitresse, master card, pass general, code maitre, master badge, master key
                barriere infrarouge, barrieres infrarouges, barriere immaterielle, barriere ir
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
                boitier d alarme, boitier alarme, boitier de l alarme, boitier central
                boitier video, coffret d alarme, tableau d alarme, coffret alarme
                platine de commande, systeme d acces, gestion d acces, gestion des acces
                serveur d acces, logiciel d acces, logiciel de controle d acces, box alarme
                centralle=, mur video, raccordement, baie video, baie de brassage, alarm box
                alarm unit, door system, entry system, camera system, alarm control unit
                main unit
                boitier=, equipement=, materiel, coffret=, device=, unit=
                equipment
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
                repetiteur=, repetiteur= incendie, camera=, camra, camera= ip, cam, cams, dome=, ptz, webcam=, objectif
                lecteur=, lecteur= de badge=, tete de lecture, badge=, badge= d acces, carte d acces
                telecommande=, teleco, bip, pass, passe partout, transpondeur=, biometrique
                detecteur=, detect, capteur=, radar=, contact=, contact= d ouverture, sonde=
                pir, pirs, infrarouge passif, volumetrique=, barriere infrarouge, detecteur= de mouvement
                clavier=, pupitre=, pave numerique, digicode=, afficheur=
                ecran=, moniteur=, mur d images, television, tele, tv, dalle tactile, dalle d ecran, poste=, ordinateur=, pc
                application=, appli=, app, apps, logiciel=, smartphone=, telephone=, tablette=, portable
                interphone=, interfone, visiophone=, videoportier=, visio, combine=, platine=, platine de rue, portier=
                sonnette=, carillon, haut parleur=, micro, microphone=, modem, box, antenne
                appareil=, imprimante=, encodeur, borne=, portique=
                borne d accueil, borne visiteur, borne visiteurs
                casier=, locker=
                badgeuse=, pointeuse=, voie=, canal, canaux, channel=, module=, carte=, relais, alimentation=, alim, transfo, transformateur
                nouveau badge, nouveaux badges, new badge, new badges
                bouton poussoir, bouton de sortie, bouton d appel, poussoir=, bouton=
                lecteur d empreinte, lecteur biometrique, flash, gyrophare, projecteur=
                reader=, badge reader=, card reader=, fob=, key fob=, tag=, remote, remotes, remote control=
                detector=, sensor=, motion sensor=, door contact=, keypad=, screen=, monitor=, display
                intercom=, video intercom, handset=, doorbell=, door station, entry phone, button=, exit button
                phone, tablet, microphone, speaker=
                medaillon=, pendentif=, bracelet=, imprimante=, tag de ronde
                detecteur d ouverture, bris de vitre, lecteur de plaque, lecteur de plaques
                camera de recul, boule, poire=, vehicule
                """
        ),
        LexiconTable(
            .device,
            .minor,
            words: """
                badge=, carte d acces, telecommande=, teleco, bip, pass, transpondeur=, combine=, sonnette=, carillon
                ecran=, moniteur=, dalle tactile, dalle d ecran, television, tele, tv, application=, appli=, app, apps, smartphone=
                borne d accueil, borne visiteur, borne visiteurs
                casier=, locker=
                telephone=, tablette=, imprimante=, souris, tapis, pointeuse=, badgeuse=, visiophone=, interphone=
                visio, videoportier=, micro, microphone=, haut parleur=, flash, gyrophare, portier, ordinateur=, pc
                fob=, key fob=, tag=, remote, remotes, remote control=, handset=, doorbell=, screen=, monitor=
                phone, tablet, intercom=, video intercom, printer=, card printer=, workstation=, mouse, speaker=
                """
        ),
        LexiconTable(
            .device,
            .minor,
            .personal,
            words: """
                badge=, carte d acces, telecommande=, teleco, bip, bips, transpondeur=, combine=
                sonnette=, carillon, imprimante=, souris, tapis, micro, microphone=, haut parleur=
                flash, gyrophare, fob=, key fob=, tag=, remote, remotes, remote control=, handset=
                doorbell=, printer=, card printer=, mouse, speaker=, pointeuse=, emetteur=
                telephone=, phone, tablet, tablette=, smartphone=, casque=, clavier d ordinateur
                casier=, locker=, chime, tag de ronde, mon appli, mon application, l appli de
                l application de, borne=, borne d accueil, borne visiteur, borne visiteurs
                boitier de telecommande, boitiers de telecommande
                """
        ),
        LexiconTable(
            .system,
            .link,
            words: """
                transmetteur=, telesurveillance, telesurveilleur=, centre de telesurveillance
                station de telesurveillance, pc de telesurveillance, teletransmission, transmission=
                liaison=, ligne de transmission, test cyclique, tests cycliques, monitoring station
                monitoring centre, monitoring center, alarm receiving centre, alarm transmission
                alarm link, alarm communicator, communicator, comms
                """
        ),
        LexiconTable(
            .part,
            words: """
                pile=, batterie=, accu, accus, battery, batteries, voyant=, led, leds, lumiere, retroeclairage
                autocollant=, sticker=
                notification=, push
                infrarouge=, ir, touche=, son, audio, objectif, zoom, vitre, capot, coque, cache, dome fissure
                fixation, support, mat, dalle=, faux plafond, plafond=, carrelage, cable=, fil, fils, connecteur, prise, etiquette=, vis, ventilateur
                horodatage, horloge, heure, date, menu, favoris, lisse, aimant, infrared, light, lens, cover
                sound, bracket, cable, label, clock, time stamp, timestamp
                bandeau=, poignee=, bras, moteur=, motorisation, charniere=, ressort=
                bequille, pictogramme, vitrage, joint=, interrupteur, antenne, coffret
                disque externe, ventilo, handle, arm, hinge, motor
                photocellule=, cellule=, photocell=
                """
        ),
        LexiconTable(
            .opening,
            words: """
                porte=, porte= d entree, portail=, portails, portillon=, portillons, portique= d entree
                serrure=, gache=, ventouse=, verrou=, verrous, cylindre, ferme porte, groom
                barriere=, lisse de la barriere, rideau=, rideaux, rideau metallique, grilles, la grille, notre grille, une grille, grille d entree, grille metallique, grille principale, volet=
                tourniquet=, sas, entree principale, issue=, fenetre=, baie vitree, acces principal
                porte de garage, porte basculante, porte sectionnelle, porte coulissante, porte automatique
                door=, gate=, lock=, electric lock, magnetic lock, maglock, latch, strike, barrier=
                turnstile=, shutter=, roller shutter, window=, front door, back door, entrance door
                door lock, door locks, gate lock, gate locks, electric locks
                """
        ),
        LexiconTable(
            .place,
            words: """
                zone=, parking=, entrepot=, depot, hangar=, quai=, cour, hall, sous sol=, rez de chaussee
                voie ferree, voies ferrees, voie publique
                place du marche, marche couvert, le marche municipal
                perimetre, cloture, site=, batiment=, etage=, couloir=, local, locaux, magasin=, boutique=
                bureau, bureaux, reserve=, stock, atelier=, secteur=, aile, facade, arriere, exterieur
                accueil, entree, entree du personnel, cave, caves, escalier=, salle=, agence=, usine
                maison, appartement=, immeuble, residence, jardin, terrasse, caisse=, coffre=, salle des coffres
                rayon=, allee, rue, abords, chantier, cuisine, dortoir, vestiaire=, toit, quartier
                area=, car park, warehouse=, yard, lobby, floor=, building=, basement, fence, perimeter
                loading bay, dock, store, shop, office=, corridor=, stairwell, back gate, garden, room=, hallway
                garage=, chai=, grange=, labo, labos, laboratoire=, officine, pharmacie
                vitrine=, verriere=, porche, palier=, loge, gymnase=, creche, ponton=, bassin=
                piscine, salon, chambre=, grenier, mezzanine, remise, cellier, conteneur=
                container=, chapelle, eglise, musee, galerie=, cantine, refectoire, infirmerie
                internat, stade, tribune=, laverie, buanderie, chaufferie, comptoir=, guichet=
                plateforme, pignon, serre=, ecurie=, verger, hypermarche, monte charge
                ascenseur=, toiture, passerelle=, tunnel=, couloirs, aire, shed, barn, garages
                canteen, alley, aisle=, reception, loft, attic, forecourt, courtyard, depots
                lift, kitchen, classroom=
                piece=
                """
        ),
        LexiconTable(
            .picture,
            words: """
                image=, video=, visuel, vue=, flux, direct, relecture=, enregistrement=, sequence=
                signal, retour video, retour image, affichage, picture, pictures, footage, live view
                recording=, playback, feed, feeds, view, views, signals, events, alerte=
                sauvegarde=, captation, retransmission, screen image
                """
        ),
        LexiconTable(
            .person,
            words: """
                une personne, des personnes, deux personnes, personnes, client, cliente, clients, resident, residente
                residents, dame, monsieur, enfant, eleve, livreur, livreuse, technicien, agent, agente, gardien
                gardienne, salarie, salariee, collegue, visiteur, visiteuse, patient, patiente, ma mere, ma fille
                mon fils, mon mari, ma femme, bebe, facteur, ouvrier, employe, employee, quelqu un, stagiaire, locataire
                voisin, voisine, chauffeur, someone, somebody, a customer, a resident, a woman, a man, a child
                a driver, a visitor, a colleague, an employee, a guest, people
                sous traitant, sous traitants, poseur, poseurs, installateur, ouvriers
                techniciens, operateur, operatrice, engineer, technician, installers
                contractor
                """
        ),
        LexiconTable(
            .safety,
            words: """
                baie= incendie, tableau= incendie, coffret= incendie, systeme= incendie, installation= incendie
                sirene= incendie, boitier= incendie, equipement= incendie, fire bell=, fire board
                bouton= agression, bouton= d agression, bouton= panique, bouton= d alerte, bouton= d alarme
                interphone d appel, poste de secours
                appel d urgence, appels d urgence, appel de detresse, appel au secours
                bouton= d alerte agression, bouton= anti agression, alerte agression, alarme agression
                pedale agression, dati, pti, travailleur isole, bouton= d urgence, appel malade, appels malades
                detection incendie, alarme incendie, centrale incendie, ssi, detecteur= incendie
                detecteur= de fumee, desenfumage, issue= de secours, porte= de secours, sortie= de secours
                porte= coupe feu, deverrouillage de secours, anti panique, barre anti panique, appel infirmiere
                panic button=, hold up button=, duress button=, fire alarm=, fire panel, smoke detector=
                emergency exit=, fire door=, emergency door=, nurse call, lone worker, emergency button=
                bouton= d appel d urgence, poire= d appel, medaillon= d alerte
                pendentif d alerte, bracelet d alerte, pedale d alarme, pedale d alerte
                pedale sous la caisse, bouton= sous, alarme= pti, detecteur= de gaz
                desenfumage, porte= coupe feu, sonnette d urgence, distress button
                personal alarm, fire detection, sprinkler=
                """
        ),
    ]
}
