// Promises in words: their names as letters use them, and why each is due when it is, for
// `guichet show N --why`.

import Foundation

extension PromiseRule {
    /// The promise within a sentence: as the row says itself, else as its name does.
    package func words(in language: Language) -> String {
        label?.words(in: language) ?? name.words(in: language)
    }
}

extension Breach {
    /// The promise within a sentence.
    package func promise(in language: Language) -> String {
        label?.words(in: language) ?? key.name.words(in: language)
    }
}

extension PromiseName {
    /// The promise within a sentence, such as `la première réponse`; a row of the company's own
    /// that has no label is called by its name in quotes, spaces between its words.
    package func words(in language: Language) -> String {
        let words: (french: String, english: String)? =
            switch text {
            case "acknowledgement": ("l’accusé de réception", "the acknowledgement")
            case "written-confirmation": ("la confirmation écrite", "the written confirmation")
            case "first-answer": ("la première réponse", "the first answer")
            case "formal-acknowledgement":
                ("l’accusé de réception formel", "the formal acknowledgement")
            case "substantive-answer": ("la réponse de fond", "the substantive answer")
            case "client-reply":
                ("la réponse au dernier message du client", "the answer to the client’s last mail")
            case "visit": ("l’intervention sur site", "the visit on site")
            case "visit-date": ("le rendez-vous d’intervention", "the appointment on site")
            case "next-news": ("le prochain point d’avancement", "the next news")
            case "delay-recall": ("le rappel du retard", "the word on the delay")
            case "closing-reminder": ("la relance de clôture", "the closing reminder")
            case "closing-contact":
                ("la reprise de contact avant clôture", "reaching the client before the closing")
            case "closing": ("la clôture", "the closing")
            case "tacit-closing": ("la clôture tacite", "the tacit closing")
            case "survey": ("l’enquête de satisfaction", "the satisfaction survey")
            case "call-back": ("le rappel du responsable de compte", "the account manager’s call")
            case "client-call": ("le client à rappeler", "the client to call")
            case "escalation-1": ("la réponse à l’escalade de niveau 1", "the answer to level 1")
            case "escalation-2": ("la réponse à l’escalade de niveau 2", "the answer to level 2")
            case "level-2-proposal": ("la proposition du niveau 2", "the proposal of level 2")
            default: nil
            }
        let own = text.replacing("-", with: " ").trimmingCharacters(in: .whitespaces)
        switch language {
        case .french: return words?.french ?? "« \(own) »"
        case .english: return words?.english ?? "“\(own)”"
        }
    }
}

extension PromiseMention {
    /// The promise within a sentence, as the client knows it or a colleague: what the client of a
    /// reopened case was answered first is not what he waits for, and a date that a delay brought
    /// is one for more than news.
    package func words(in language: Language, isForClient: Bool) -> String {
        if let label { return label.words(in: language) }
        let words: (client: (String, String), staff: (String, String))
        switch key.name.text {
        case "first-answer" where key.occurrence > 1:
            words = (
                ("la réponse à votre nouveau message", "the answer to your new message"),
                (
                    "la réponse au nouveau message du client",
                    "the answer to the client’s new message"
                )
            )
        // Not every client has an account manager.
        case "call-back" where isForClient:
            let call = ("l’appel que nous vous avons promis", "the call that we promised you")
            words = (call, call)
        // What clients call by its name is a person of ours, and no level.
        case "escalation-1" where isForClient:
            words = (
                (
                    "la réponse de notre responsable d’exploitation",
                    "our operations manager’s answer"
                ),
                ("", "")
            )
        case "escalation-2" where isForClient:
            words = (
                ("la réponse de notre direction générale", "our general management’s answer"),
                ("", "")
            )
        case "next-news" where startedBy == .delayAnnounced:
            words = (
                ("la nouvelle échéance annoncée", "the new date that we gave you"),
                ("la nouvelle échéance annoncée au client", "the new date given to the client")
            )
        default: return key.name.words(in: language)
        }
        let (french, english) = isForClient ? words.client : words.staff
        return language == .french ? french : english
    }
}

extension CompanyCalendar {
    /// Why a promise is due when it is, and how it stands: a heading, then sentences.
    package func sentences(of state: PromiseState, in language: Language) -> [String] {
        let isFrench = language == .french
        let name = state.rule.words(in: language)
        var lines = ["\(name) (\(state.key.text)) : \(standing(of: state, in: language))"]
        if !isFrench {
            lines = ["\(name) (\(state.key.text)): \(standing(of: state, in: language))"]
        }
        if let derivation = state.derivation {
            lines += sentences(of: derivation, in: language)
        } else if let due = state.due {
            let date = words(due, in: language)
            lines.append(
                isFrench
                    ? "Date annoncée au client : \(date)." : "Date told to the client: \(date)."
            )
        }
        if let date = state.extendedTo.map({ words($0, in: language) }) {
            lines.append(
                isFrench
                    ? "Reporté au \(date) par un point d’étape envoyé dans les délais."
                    : "Moved to \(date) by a report sent in time."
            )
        }
        return lines
    }

    private func standing(of state: PromiseState, in language: Language) -> String {
        let isFrench = language == .french
        switch state.status {
        case .running: return isFrench ? "en cours" : "running"
        case .warned(let percent):
            return isFrench ? "rappelé à \(percent)\u{A0}%" : "warned at \(percent)\u{A0}%"
        case .paused(let since):
            let since = words(since, in: language)
            return isFrench
                ? "suspendu depuis le \(since), en attente du client"
                : "paused since \(since), waiting for the client"
        case .kept(let at, let event, let by):
            let person = by.map { ", \($0.text)" } ?? ""
            let moment = words(at, in: language)
            return (isFrench ? "tenu le \(moment)" : "kept on \(moment)")
                + " (\(event.rawValue)\(person))"
        case .broken(let since, let madeGoodAt, _):
            let moment = words(since, in: language)
            let end = madeGoodAt.map { words($0, in: language) }
            return isFrench
                ? "non tenu, échu le \(moment)" + (end.map { ", rattrapé le \($0)" } ?? "")
                : "broken, was due on \(moment)" + (end.map { ", made good on \($0)" } ?? "")
        case .lapsed(let at, let event):
            let moment = words(at, in: language)
            return (isFrench ? "sans objet depuis le \(moment)" : "of no interest since \(moment)")
                + " (\(event.rawValue))"
        }
    }
}
