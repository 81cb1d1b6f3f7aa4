namespace Plimsoll.Host.Briefings;

/// <summary>The texts of a briefing in each language.</summary>
internal static class BriefingTexts
{
    internal static BriefingWords English { get; } = new()
    {
        Title = (agreement, month) => $"Briefing, {month}: {agreement}",
        Stand = day => $"On the figures known on {day}.",
        Summary = (red, amber, clauses) => $"Of {clauses} clauses, {red} stand at red and {amber} at amber for at least one subject.",
        Crossed = "What is crossed",
        CrossedNone = "No line is crossed.",
        CrossedLine = (clause, subject, zone, value, period, since) => $"{clause}, {subject}: {zone}, {value} in {period}; since {since}.",
        More = count => $"And {count} more on the board.",
        Changed = day => $"What changed since {day}",
        ChangedNone = "No zone changed.",
        ByNewPeriod = (clause, subject, before, then, now, period) => $"{clause}, {subject}: {before} for {then}, {now} for {period}. A new period was published.",
        ByRevision = (clause, subject, before, now, period) => $"{clause}, {subject}: {before} became {now} for {period}. Only the figures were revised.",
        FirstSeen = (clause, subject, now, period) => $"{clause}, {subject}: {now} for {period}; not assessable before.",
        WhyWrong = "Why it may be wrong",
        NotAgreed = "No threshold is agreed between the parties. The limits were chosen by this project; other limits would give other colours.",
        NotAssessable = (subjects, clauses) => $"{subjects} subjects of {clauses} clauses could not be assessed, because the source has not published what they need. They are neither green nor red.",
        Revised = count => $"For {count} of the lines above the verdict on the same period was another one on earlier figures.",
        Valuation = "Imports are valued with freight and insurance (CIF), exports without (FOB): a balance contains the cost of the voyage. The two sides’ figures of the same trade differ and are never merged.",
        Transit = "Goods for other member states enter through Rotterdam and Antwerp and count there; a deficit of one member state is not what it consumes.",
        Due = "What is due",
        DueNone = "No consultation is open in this store’s ledger, so no deadline runs.",
        DueLine = (name, what, day) => $"{name}: {what} by {day}.",
        Check = command => $"Check any line: {command}",
    };

    internal static BriefingWords German { get; } = new()
    {
        Title = (agreement, month) => $"Lagebericht, {month}: {agreement}",
        Stand = day => $"Nach den am {day} bekannten Zahlen.",
        Summary = (red, amber, clauses) => $"Von {clauses} Klauseln stehen {red} für mindestens einen Gegenstand auf Rot und {amber} auf Gelb.",
        Crossed = "Was überschritten ist",
        CrossedNone = "Keine Marke ist überschritten.",
        CrossedLine = (clause, subject, zone, value, period, since) => $"{clause}, {subject}: {zone}, {value} in {period}; seit {since}.",
        More = count => $"Und {count} weitere auf der Übersicht.",
        Changed = day => $"Was sich seit dem {day} geändert hat",
        ChangedNone = "Keine Zone hat sich geändert.",
        ByNewPeriod = (clause, subject, before, then, now, period) => $"{clause}, {subject}: {before} für {then}, {now} für {period}. Ein neuer Zeitraum wurde veröffentlicht.",
        ByRevision = (clause, subject, before, now, period) => $"{clause}, {subject}: aus {before} wurde {now} für {period}. Nur die Zahlen wurden revidiert.",
        FirstSeen = (clause, subject, now, period) => $"{clause}, {subject}: {now} für {period}; zuvor nicht bewertbar.",
        WhyWrong = "Warum es falsch sein kann",
        NotAgreed = "Kein Schwellenwert ist zwischen den Parteien vereinbart. Die Grenzen hat dieses Projekt gewählt; andere Grenzen gäben andere Farben.",
        NotAssessable = (subjects, clauses) => $"{subjects} Gegenstände von {clauses} Klauseln konnten nicht bewertet werden, weil die Quelle nicht veröffentlicht hat, was sie brauchen. Sie sind weder grün noch rot.",
        Revised = count => $"Bei {count} der obigen Marken lautete das Urteil über denselben Zeitraum nach früheren Zahlen anders.",
        Valuation = "Einfuhren sind mit Fracht und Versicherung bewertet (CIF), Ausfuhren ohne (FOB): Ein Saldo enthält die Kosten der Reise. Die Zahlen beider Seiten über denselben Handel weichen ab und werden nie vermischt.",
        Transit = "Waren für andere Mitgliedstaaten kommen über Rotterdam und Antwerpen herein und zählen dort; das Defizit eines Mitgliedstaats ist nicht, was er verbraucht.",
        Due = "Was ansteht",
        DueNone = "Im Register dieses Speichers ist keine Konsultation offen; es läuft keine Frist.",
        DueLine = (name, what, day) => $"{name}: {what} bis {day}.",
        Check = command => $"Jede Zeile nachprüfen: {command}",
    };

    internal static BriefingWords French { get; } = new()
    {
        Title = (agreement, month) => $"Note de synthèse, {month} : {agreement}",
        Stand = day => $"D’après les chiffres connus au {day}.",
        Summary = (red, amber, clauses) => $"Sur {clauses} clauses, {red} sont au rouge et {amber} à l’orange pour au moins un objet.",
        Crossed = "Ce qui est franchi",
        CrossedNone = "Aucune ligne n’est franchie.",
        CrossedLine = (clause, subject, zone, value, period, since) => $"{clause}, {subject} : {zone}, {value} en {period} ; depuis {since}.",
        More = count => $"Et {count} de plus sur le tableau.",
        Changed = day => $"Ce qui a changé depuis le {day}",
        ChangedNone = "Aucune zone n’a changé.",
        ByNewPeriod = (clause, subject, before, then, now, period) => $"{clause}, {subject} : {before} pour {then}, {now} pour {period}. Une nouvelle période a été publiée.",
        ByRevision = (clause, subject, before, now, period) => $"{clause}, {subject} : {before} est devenu {now} pour {period}. Seuls les chiffres ont été révisés.",
        FirstSeen = (clause, subject, now, period) => $"{clause}, {subject} : {now} pour {period} ; non évaluable auparavant.",
        WhyWrong = "Pourquoi cela peut être faux",
        NotAgreed = "Aucun seuil n’est convenu entre les parties. Les limites ont été choisies par ce projet ; d’autres limites donneraient d’autres couleurs.",
        NotAssessable = (subjects, clauses) => $"{subjects} objets de {clauses} clauses n’ont pu être évalués, la source n’ayant pas publié ce qu’il faut. Ils ne sont ni verts ni rouges.",
        Revised = count => $"Pour {count} des lignes ci-dessus, le verdict sur la même période était différent d’après des chiffres antérieurs.",
        Valuation = "Les importations sont évaluées avec fret et assurance (CAF), les exportations sans (FAB) : un solde contient le coût du voyage. Les chiffres des deux parties sur les mêmes échanges diffèrent et ne sont jamais mêlés.",
        Transit = "Des biens destinés à d’autres États membres entrent par Rotterdam et Anvers et y sont comptés ; le déficit d’un État membre n’est pas ce qu’il consomme.",
        Due = "Ce qui est attendu",
        DueNone = "Aucune consultation n’est ouverte dans le registre ; aucun délai ne court.",
        DueLine = (name, what, day) => $"{name} : {what} avant le {day}.",
        Check = command => $"Vérifier chaque ligne : {command}",
    };

    internal static BriefingWords Chinese { get; } = new()
    {
        Title = (agreement, month) => $"{month}简报：{agreement}",
        Stand = day => $"依据截至{day}的数据。",
        Summary = (red, amber, clauses) => $"{clauses}项条款中，至少有一个对象处于红色的有{red}项，处于黄色的有{amber}项。",
        Crossed = "越线情况",
        CrossedNone = "没有越线。",
        CrossedLine = (clause, subject, zone, value, period, since) => $"{clause}，{subject}：{period}{zone}，{value}；自{since}起。",
        More = count => $"另有{count}项，见总览。",
        Changed = day => $"自{day}以来的变化",
        ChangedNone = "状态均无变化。",
        ByNewPeriod = (clause, subject, before, then, now, period) => $"{clause}，{subject}：{then}为{before}，{period}为{now}。已公布新一期数据。",
        ByRevision = (clause, subject, before, now, period) => $"{clause}，{subject}：{period}由{before}变为{now}。仅因数据修订。",
        FirstSeen = (clause, subject, now, period) => $"{clause}，{subject}：{period}为{now}；此前无法评估。",
        WhyWrong = "可能有误的原因",
        NotAgreed = "双方未商定任何阈值。限值由本项目选定；若限值不同，颜色亦不同。",
        NotAssessable = (subjects, clauses) => $"{clauses}项条款的{subjects}个对象因来源尚未公布所需数据而无法评估，既非绿色也非红色。",
        Revised = count => $"上述越线中有{count}项，按早先数据对同一时期的判断不同。",
        Valuation = "进口按到岸价（CIF）计值，出口按离岸价（FOB）计值，差额因此包含运费和保险费。双方对同一贸易的统计不同，且从不合并。",
        Transit = "运往其他成员国的货物经鹿特丹和安特卫普入境并计入当地；某成员国的逆差不等于其消费。",
        Due = "待办事项",
        DueNone = "本库账本中没有进行中的磋商，因此没有期限。",
        DueLine = (name, what, day) => $"{name}：{day}前{what}。",
        Check = command => $"核验任意一项：{command}",
    };
}
