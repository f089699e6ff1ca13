"""The labels of meeting reports in the languages they are exported in, and what each means.

Capitals and spaces vary, so labels are compared folded. The table grows by adding a phrase; a
label that is not here is recognised by what its column holds (see `columns`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# what a column or a line of the summary is -> the phrases that say so, separated by bars
PHRASES: dict[str, str] = {
    "name": """
        name|full name|fullname|participant|participant name|attendee|attendee name
        |display name|user name|names|participant's name|nome de exibição|anzeigename|nom affiché
        |nombre para mostrar|nome visualizzato|weergavenaam|visningsnamn|username|user|nama
        |nama lengkap|vollständiger name
        |teilnehmername|benutzername|nom|nom complet|nom et prénom|nom du participant|nombre
        |nombre completo|nome|nome completo|nome e cognome|nome utente|nome do participante
        |nome do usuário|imię i nazwisko|nazwa|pełna nazwa|pełne imię i nazwisko
        |volledige naam|naam|fullständigt namn|namn|enw|enw llawn|fullt navn|navn|fulde navn
        |koko nimi|nimi|celé jméno|jméno|meno|celé meno|teljes név|név|nume|nume complet
        |ad soyad|tam ad|ad|полное имя|имя|повне ім'я|ім’я|ονοματεπώνυμο|όνομα|氏名|名前
        |フル ネーム|姓名|全名|名称|名稱|이름|전체 이름|họ và tên|tên|الاسم|الاسم الكامل|שם
        |שם מלא|nom i cognoms|izen-abizenak|ainm|ime|ime i prezime""",
    "first": """
        first name|given name|firstname|vorname|prénom|imię|voornaam|förnamn|fornavn|etunimi
        |enw cyntaf|primeiro nome|nombre de pila|nome proprio|křestní jméno|keresztnév|prenume""",
    "last": """
        last name|surname|family name|lastname|nachname|nom de famille|apellido|apellidos
        |cognome|sobrenome|apelido|nazwisko|achternaam|efternamn|etternavn|efternavn|sukunimi
        |cyfenw|příjmení|vezetéknév|nume de familie""",
    "email": """
        email|e-mail|user email|email address|e-mail address|e-mailadres|e-mailadresse
        |e-mail-adresse|adresse e-mail|adresse de messagerie|courriel|messagerie|correo
        |correo electrónico|posta elettronica|indirizzo e-mail|indirizzo di posta elettronica
        |e-mel|adres e-mail|e-postadress|e-post|e-post-adresse|ebost|e-bost|cyfeiriad e-bost
        |sähköposti|sähköpostiosoite|endereço de email|endereço de e-mail|e-posta|эл. почта
        |электронная почта|メール|メール アドレス|メールアドレス|电子邮件|電子郵件|邮箱|이메일
        |전자 메일""",
    "upn": "upn|user principal name|participant id|participantid|participant id (upn)",
    "first_join": """
        first join|first join time|first seen|first seen at|first joined|erster beitritt
        |erste teilnahme|première participation
        |premier accès|première jonction|première connexion|primera unión
        |primera incorporación|primera conexión|primer ingreso|prima partecipazione
        |primo accesso|primo ingresso|primeiro ingresso|primeira entrada|primeira associação
        |pierwsze dołączenie|eerste deelname|eerste keer deelgenomen|första anslutning
        |första anslutningen|gick med första gången|ymuno gyntaf|ymuniad cyntaf
        |første deltakelse|første tilslutning|første deltagelse|ensimmäinen liittyminen
        |první připojení|prvé pripojenie|első csatlakozás|prima asociere|ilk katılım
        |первое присоединение|最初の参加|首次加入|第一次加入|첫 번째 참가""",
    "last_leave": """
        last leave|last leave time|last seen|last seen at|last left|letztes verlassen
        |zuletzt verlassen|dernier départ
        |dernière sortie|dernière déconnexion|última salida|último abandono|última desconexión
        |ultima uscita|ultimo abbandono|última saída|ostatnie opuszczenie|ostatnie wyjście
        |laatste vertrek|laatst verlaten|senaste lämnande|sista utträde|lämnade senast
        |gadael olaf|ymadawiad olaf|siste gang forlatt|sidste forladelse|sidst forladt
        |viimeinen poistuminen|poslední odchod|posledný odchod|utolsó kilépés|ultima părăsire
        |son ayrılma|последний выход|最後の退出|最後に退出|上次离开|最后离开|上次離開
        |마지막 나가기""",
    "join": """
        join time|joined|joined at|time joined|join|arrival time|entry time|time in
        |hora da entrada|heure d'entrée dans la réunion|beitreten|beitritt|beitrittszeit
        |beitrittszeitpunkt|teilnahmezeit|heure d'arrivée|heure de participation|rejoindre
        |heure d’arrivée|heure de connexion|heure d'entrée|hora de unión|hora de entrada
        |hora de incorporación|hora en que se unió|hora de conexión|ora di partecipazione
        |ora di accesso|ora di ingresso|partecipazione|hora de ingresso|horário de entrada
        |hora de adesão|godzina dołączenia|czas dołączenia|dołączanie|dołączenie
        |tijdstip van deelname|deelnametijd|deelgenomen om|anslutningstid|anslöt|amser ymuno
        |ymuno|wedi ymuno|tidspunkt for deltakelse|deltagelsestidspunkt|liittymisaika
        |čas připojení|čas pripojenia|csatlakozás időpontja|ora asocierii|katılma zamanı
        |katılım saati|время присоединения|время входа|参加時刻|参加時間|加入时间|加入時間
        |참가 시간|ώρα συμμετοχής""",
    "leave": """
        leave time|left|left at|time exited|time left|exit time|leave|departure time
        |time out|hora da saída|verlassen|austrittszeit
        |verlassen um
        |uhrzeit des verlassens|austrittszeitpunkt|zeitpunkt des verlassens
        |heure de départ|heure de sortie|quitter
        |hora de salida|hora de abandono|hora en que salió|hora de desconexión|ora di uscita
        |uscita|ora di abbandono|hora de saída|horário de saída|godzina opuszczenia
        |czas opuszczenia|opuszczanie|opuszczenie|godzina wyjścia|tijdstip van vertrek
        |vertrektijd|verlaten om|tid för utträde|lämnade|utträdestid|amser gadael|gadael
        |wedi gadael|tidspunkt for forlatelse|forladelsestidspunkt|poistumisaika|čas odchodu
        |kilépés időpontja|ora părăsirii|ayrılma zamanı|ayrılma saati|время выхода|退出時刻
        |退出時間|离开时间|離開時間|나간 시간|ώρα αποχώρησης""",
    "duration": """
        duration|in-meeting duration|in meeting duration|attendance duration|time in session
        |time in call|time in meeting|time attended|attendance time|attended minutes|minutes
        |duração da presença|anwesenheitsdauer|duración de la asistencia|durée de présence
        |durata della presenza|aanwezigheidsduur
        |time in meeting|dauer|dauer der besprechung|dauer in besprechung|besprechungsdauer
        |teilnahmedauer|durée|durée de la réunion|durée en réunion|durée dans la réunion
        |durée de participation|duración|duración de la reunión|duración en la reunión|durata
        |durata riunione|durata della riunione|durata nella riunione|duração
        |duração na reunião|duração da reunião|duração em reunião|czas trwania
        |czas trwania spotkania|czas trwania w spotkaniu|czas w spotkaniu|duur
        |duur in vergadering|vergaderduur|duur van de vergadering|varaktighet
        |varaktighet i möte|tid i mötet|möteslängd|mötets varaktighet|hyd|hyd yn y cyfarfod
        |hyd y cyfarfod|varighet|varighed|kesto|doba trvání|trvanie|időtartam|durată|süre
        |toplantı süresi|длительность|продолжительность|期間|会議の時間|持续时间|時長|时长
        |기간|διάρκεια""",
    "total": """
        total duration|total time|gesamtdauer|durée totale|duración total|durata totale
        |duração total|całkowity czas trwania|łączny czas trwania|totale duur
        |total varaktighet|cyfanswm hyd|合計時間|总时长""",
    "action": """
        user action|action|event|event type|type|activity|benutzeraktion|aktion
        |action de l'utilisateur|action utilisateur
        |action de l’utilisateur|acción del usuario|acción de usuario|acción|azione utente
        |azione dell'utente|azione|ação do usuário|ação do utilizador|ação|akcja użytkownika
        |działanie użytkownika|akcja|gebruikersactie|actie van gebruiker|användaråtgärd|åtgärd
        |gweithred defnyddiwr|gweithred y defnyddiwr|brukerhandling|brugerhandling
        |käyttäjän toiminto|akce uživatele|felhasználói művelet|acțiune utilizator
        |kullanıcı eylemi|действие пользователя|ユーザー アクション|用户操作|使用者動作""",
    "at": """
        timestamp|time stamp|time|date and time|utceventtimestamp|utc event timestamp
        |zeitstempel|horodatage|horodateur|marca de tiempo|marca de hora|marca temporal
        |timestamp evento|indicatore data e ora|carimbo de data/hora|data/hora|data e ora
        |znacznik czasu|sygnatura czasowa|tijdstempel|tidsstämpel|stamp amser|tidsstempel
        |aikaleima|časové razítko|časová pečiatka|időbélyeg|marcaj de timp|zaman damgası
        |отметка времени|метка времени|タイムスタンプ|タイム スタンプ|时间戳|時間戳記
        |타임스탬프""",
    "day": "date|meeting date|attendance date|datum|fecha|dyddiad|päivämäärä|data spotkania",
    "role": """
        role|rolle|rôle|rol|ruolo|função|papel|rola|roll|rôl|rooli|szerep|szerepkör|роль|役割
        |角色|역할|ρόλος|peran|cargo""",
    "guest": "guest|is guest|gast|invité|invitado|ospite|convidado|gość|gäst|gwestai|ゲスト|访客",
    "waiting": """
        in waiting room|waiting room|im warteraum|en salle d'attente|en sala de espera
        |in sala d'attesa|na sala de espera|w poczekalni|in wachtkamer""",
    "attended": """
        attended|teilgenommen|a participé|asistió|ha partecipato|participou|uczestniczył
        |wziął udział|aanwezig|deltog|bijgewoond|wedi mynychu""",
    "registered": """
        registration time|registered time|registration date|registered date/time|registered on
        |registration status|registered|approval status|registrierungszeit
        |registrierungsstatus|heure d'inscription|statut de l'inscription|hora de registro
        |estado de registro|ora di registrazione|stato registrazione|horário de inscrição
        |status da inscrição|czas rejestracji|stan rejestracji|registratietijd
        |registratiestatus""",
    "engaged": "engagement type|type of engagement|engagementtyp|art der interaktion",
    "other": """
        recording consent|session name|nome da sessão|tipo de conexão|verbindungstyp
        |tipo de conexión
        |type de connexion|sitzungsname|breakout room|rejoins|status|questions & comments
        |recording disclaimer response|sessionid|session id|useragent
        |user agent|phone|country/region name|country/region|country|source name|room type
        |room name|city|state|organization|organisation|job title|company|department|group
        |registration id|user id|type de salle|nom de salle|raumtyp|raumname|connection type
        |device type|no.|#|nr""",
    "title": """
        meeting title|meeting name|nome da reunião|besprechungsname|nom de la réunion
        |nombre de la reunión|nome della riunione|title|topic|meeting topic|webinar title|event name
        |besprechungstitel|titel der besprechung|thema|titre de la réunion|sujet
        |título de la reunión|tema|titolo riunione|titolo della riunione|argomento
        |título da reunião|tópico|tytuł spotkania|temat|titel van vergadering
        |vergaderingstitel|titel van de vergadering|onderwerp|mötesrubrik|mötestitel|ämne
        |teitl y cyfarfod|pwnc|møtetittel|mødetitel|kokouksen otsikko|název schůzky
        |értekezlet címe|titlu întâlnire|toplantı başlığı|название собрания|会議のタイトル
        |会议标题|會議標題|모임 제목""",
    "start": """
        start time|meeting start time|start|data de início da reunião|actual start time
        |started at|startzeit|beginn
        |anfangszeit|besprechungsbeginn|startzeit der besprechung|heure de début
        |heure de début de la réunion|début|hora de inicio|hora de inicio de la reunión|inicio
        |ora di inizio|ora inizio|ora di inizio riunione|hora de início|horário de início
        |hora de início da reunião|godzina rozpoczęcia|czas rozpoczęcia|początek
        |godzina rozpoczęcia spotkania|begintijd|starttijd|starttid|mötets starttid
        |amser dechrau|amser dechrau'r cyfarfod|starttidspunkt|aloitusaika|čas zahájení
        |kezdési idő|kezdés időpontja|ora de începere|başlangıç zamanı|время начала|開始時刻
        |开始时间|開始時間|시작 시간|ώρα έναρξης""",
    "end": """
        end time|meeting end time|end|data de término da reunião|ended at|endzeit|ende
        |endzeit der besprechung
        |besprechungsende|heure de fin|heure de fin de la réunion|fin|hora de finalización
        |hora de finalización de la reunión|hora de fin|ora di fine|ora fine
        |ora di fine riunione|hora de término|hora de fim|horário de término
        |hora de término da reunião|godzina zakończenia|czas zakończenia|koniec
        |godzina zakończenia spotkania|eindtijd|sluttid|mötets sluttid|amser gorffen
        |amser gorffen y cyfarfod|sluttidspunkt|lopetusaika|päättymisaika|čas ukončení
        |befejezési idő|befejezés időpontja|ora de terminare|bitiş zamanı|время окончания
        |終了時刻|结束时间|結束時間|종료 시간|ώρα λήξης""",
    "meeting": """
        meeting id|meetingid|id|meeting code|meeting number|webinar id|host|host name|host email
        |creation time
        |participants|number of participants|attended participants
        |total number of participants|teilnehmer|meeting-id|has zoom rooms?|actual duration
        |# registered|unique viewers|total users|meeting duration|average attendance time
        |durchschnittliche teilnahmezeit|id de réunion|max concurrent views
        |enable registration|# cancelled""",
}

_JOINED = """
    joined|joined before|join|beigetreten|vorher beigetreten|beitritt|a rejoint|rejoint
    |a rejoint avant|s'est joint|rejoint avant|se unió|se unió antes|unido|unido antes
    |ha partecipato|partecipato|accesso|entrato|è entrato|ha effettuato l'accesso|entrou
    |ingressou|ingressou antes|entrou antes|aderiu|dołączył|dołączono|dołączył(a)
    |dołączono wcześniej|dołączył wcześniej|deelgenomen|lid geworden|heeft deelgenomen
    |eerder deelgenomen|anslöt|ansluten|har anslutit|gick med|ymunwyd|wedi ymuno|ymunodd
    |ble med|deltok|deltog|tilsluttet|liittyi|liittynyt|připojil se|připojeno|pripojil sa
    |csatlakozott|s-a asociat|s-a alăturat|katıldı|присоединился|присоединился ранее
    |приєднався|参加済み|参加|参加しました|已加入|加入|참가함|συμμετείχε"""
_LEFT = """
    left|leave|exited|verlassen|hat verlassen|a quitté|quitté|parti|salió|abandonó
    |ha abbandonato|uscito|abbandonato|uscita|è uscito|saiu|saída|opuścił|opuszczono
    |opuścił(a)|wyszedł|verlaten|heeft verlaten|vertrokken|lämnade|har lämnat|lämnat|gadawodd
    |wedi gadael|gadael|forlot|forlod|forladt|poistui|poistunut|odešel|odpojil se|odišiel
    |kilépett|távozott|a ieșit|a părăsit|ayrıldı|вышел|покинул|покинув|退出済み|退出
    |退出しました|已离开|离开|已離開|離開|나감|αποχώρησε"""
_STILL = "still in meeting|still in call|still present|in meeting|present|active|ongoing|n/a|na"
_NO = "no|nein|non|não|nie|nee|nej|nei|na|ei|ne|nem|nu|hayır|нет|いいえ|否|아니요|όχι"


def folded(label: str) -> str:
    """Fold a label for comparing: one spelling of capitals, spaces and apostrophes."""
    plain = unicodedata.normalize("NFKC", label).replace("\ufeff", "").replace("’", "'")
    return " ".join(plain.casefold().split()).strip(" :*")


def _phrases(text: str) -> list[str]:
    return [folded(phrase) for phrase in text.split("|")]


_ROLES = {phrase: role for role, text in PHRASES.items() for phrase in _phrases(text)}
_ACTIONS = dict.fromkeys(_phrases(_JOINED), "join") | dict.fromkeys(_phrases(_LEFT), "leave")
_NOS = frozenset(_phrases(_NO))
_STAYS = frozenset(_phrases(_STILL))
_UNIT = re.compile(r"\s*[(（][^()（）]*(?:min|分|мин|λεπ|분|sec|sek|seg|秒)[^()（）]*[)）]\s*$")
_MAIL = re.compile(r"\be-?mails?\b|\bcorreo\b|\bcourriel\b")


def meaning(label: str) -> str | None:
    """Say what a label means (a key of PHRASES), or None when it is not known."""
    return _meaning(label) if len(label) <= 160 else None


@lru_cache(maxsize=16384)  # it is asked of the cells of every row, which repeat themselves
def _meaning(label: str) -> str | None:
    plain = folded(label)
    bracketed = plain.endswith((")", "）"))
    known = _ROLES.get(plain) or (_ROLES.get(_UNIT.sub("", plain)) if bracketed else None)
    if known:
        return known
    if "(upn)" in plain or "（upn）" in plain:
        return "upn"
    if plain.startswith("engagement:") or plain.endswith(("?", "？")):
        return "other"
    if bracketed and is_zoom_name(plain):
        return "name"
    return "email" if _MAIL.search(plain) else None


def is_zoom_name(label: str) -> bool:
    """Tell Zoom's name label, which ends in a bracket about the original name."""
    inside = re.search(r"[(（]([^()（）]*)[)）]$", folded(label))
    return bool(
        inside and re.search(r"origin|pierwotn|oryginaln|ursprüng|oorspr|元の|原", inside[1])
    )


def unit_seconds(label: str) -> int:
    """Give the seconds that a bare number under this duration label counts (minutes mostly)."""
    return 1 if re.search(r"[(（]\s*(?:sec|sek|seg|秒)", folded(label)) else 60


def action(cell: str) -> str | None:
    """Read a join or leave of an event list; None where the word is not known."""
    plain = folded(cell)
    return _ACTIONS.get(plain) or ("join" if plain.startswith("joined") else None)


def says_no(cell: str) -> bool:
    """Tell whether a yes-or-no cell says no, in the languages of the labels."""
    return folded(cell) in _NOS


def still_there(cell: str) -> bool:
    """Tell whether words in place of a leaving time say that somebody had not left."""
    return folded(cell) in _STAYS
