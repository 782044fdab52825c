// Where anybody can have an address: two people at gmail.com are not colleagues. The table is read
// by people, one provider a line; company.yaml adds to it (`threading.public-domains`).
//
// A provider is known by its name under any ending (yahoo.com.br), for they have dozens; to take a
// firm of the same name for one costs it a little trust, never anything else.

/// Domains of public mail providers.
package enum PublicProviders {
    /// Whether a domain (lower case) belongs to one.
    package static func contains(_ domain: String) -> Bool {
        domains.contains(domain) || names.contains(domain.prefix { $0 != "." }[...])
    }

    /// The table, one provider a line.
    static let table = """
        gmail.com googlemail.com
        outlook.com outlook.fr outlook.be outlook.de outlook.es outlook.it hotmail.com hotmail.fr
        hotmail.be hotmail.ch hotmail.co.uk hotmail.de hotmail.es hotmail.it live.com live.fr live.be
        live.co.uk live.ca live.nl msn.com windowslive.com passport.com
        yahoo.com yahoo.fr yahoo.co.uk yahoo.de yahoo.es yahoo.it yahoo.ca yahoo.be ymail.com
        rocketmail.com myyahoo.com
        icloud.com me.com mac.com
        aol.com aol.fr aim.com
        orange.fr wanadoo.fr voila.fr
        free.fr online.fr libertysurf.fr aliceadsl.fr alicepro.fr
        sfr.fr neuf.fr cegetel.net club-internet.fr 9online.fr 9business.fr numericable.fr
        numericable.com noos.fr evhr.net
        bbox.fr
        laposte.net
        mailo.com mailo.fr net-c.com net-c.fr netcourrier.com
        protonmail.com protonmail.ch proton.me pm.me
        tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me
        gmx.com gmx.fr gmx.de gmx.net gmx.at gmx.ch web.de mail.com email.com
        t-online.de freenet.de arcor.de
        bluewin.ch hispeed.ch sunrise.ch
        skynet.be telenet.be proximus.be scarlet.be voo.be
        libero.it virgilio.it alice.it tiscali.it tin.it
        telefonica.net terra.es
        ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl
        btinternet.com virginmedia.com sky.com talktalk.net ntlworld.com
        comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
        videotron.ca sympatico.ca shaw.ca rogers.com
        yandex.com yandex.ru mail.ru bk.ru list.ru inbox.ru rambler.ru
        qq.com 163.com 126.com sina.com foxmail.com
        zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm hushmail.com posteo.de posteo.net
        mailbox.org riseup.net disroot.org
        caramail.com caramail.fr lavabit.com inbox.com lycos.com
        yopmail.com yopmail.fr mailinator.com guerrillamail.com temp-mail.org 10minutemail.com
        """

    // Words that many firms have in their names are no provider's alone.
    private static let ambiguousNames: Set<Substring> = [
        "me", "mail", "email", "home", "planet", "sky", "online", "inbox", "list", "pm", "tin",
        "web",
        "cox", "att", "charter", "shaw", "rogers", "terra", "alice", "numericable", "passport",
        "express", "mac", "live", "aim", "voo", "bk",
    ]

    private static let names: Set<Substring> = Set(domains.map { $0.prefix { $0 != "." } })
        .subtracting(ambiguousNames)

    private static let domains: Set<String> = Set(
        table.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}
