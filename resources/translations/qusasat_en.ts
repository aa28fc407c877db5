<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="ar">
<context>
    <name>AboutDialog</name>
    <message>
        <source>عن قصاصات</source>
        <translation>About Qusasat</translation>
    </message>
    <message>
        <source>أرشيف الأخبار العربية: ابحث فيه بالكلمة والشخص والمؤسسة والتاريخ.</source>
        <translation>An archive of Arabic news: search it by word, person, organisation and date.</translation>
    </message>
    <message>
        <source>لا يتصل البرنامج بالشبكة؛ كل شيء يبقى على جهازك.</source>
        <translation>The program never goes on line; everything stays on your machine.</translation>
    </message>
    <message>
        <source>قصاصات</source>
        <translation>Qusasat</translation>
    </message>
</context>
<context>
    <name>AllValuesDialog</name>
    <message>
        <source>ابحث بين القيم</source>
        <translation>Search within</translation>
    </message>
    <message>
        <source>الأكثر أولًا</source>
        <translation>Commonest first</translation>
    </message>
    <message>
        <source>حسب الحروف</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>ترتيب القيم</source>
        <translation>Order of the values</translation>
    </message>
</context>
<context>
    <name>Amending</name>
    <message>
        <source>الاسم الصحيح</source>
        <translation>The right name</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>قائمة المقالات</source>
        <translation>List of articles</translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>%1 article</numerusform>
            <numerusform>%1 articles</numerusform>
            </translation>
    </message>
    <message>
        <source>لا يوجد أرشيف مفتوح</source>
        <translation>No archive is open</translation>
    </message>
    <message>
        <source>فتح أرشيف…</source>
        <translation>Open Archive…</translation>
    </message>
    <message>
        <source>أرشيفك فارغ</source>
        <translation>Your archive is empty</translation>
    </message>
    <message>
        <source>اسحب إلى هنا ما حفظته من مقالات: صفحات ويب ونصوصًا وملفات مضغوطة ومجلدات</source>
        <translation>Drag here the articles you have saved: web pages, texts, zip files and folders</translation>
    </message>
    <message>
        <source>استيراد ملفات…</source>
        <translation>Import Files…</translation>
    </message>
    <message>
        <source>لا مقال يطابق هذا البحث</source>
        <translation>No article matches this search</translation>
    </message>
    <message>
        <source>جرّب كلمات أقل أو أزل بعض المرشحات</source>
        <translation>Try fewer words, or take some filters off</translation>
    </message>
    <message>
        <source>مسح البحث والمرشحات</source>
        <translation>Clear All</translation>
    </message>
    <message>
        <source>الأوثق صلة</source>
        <translation>Most relevant</translation>
    </message>
    <message>
        <source>الأحدث</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>الأقدم</source>
        <translation>Oldest</translation>
    </message>
    <message>
        <source>الترتيب: %1</source>
        <translation>Order: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال، النسخ مرة واحدة</source>
        <translation>
            <numerusform>%1 article, copies once</numerusform>
            <numerusform>%1 articles, copies once</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 محدد</source>
        <translation>
            <numerusform>%1 selected</numerusform>
            <numerusform>%1 selected</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>نص المقال</source>
        <translation>Article</translation>
    </message>
    <message numerus="yes">
        <source>%1 موضع يطابق البحث</source>
        <translation>
            <numerusform>%1 place matches the search</numerusform>
            <numerusform>%1 places match the search</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>BackupFolder</name>
    <message>
        <source>بجانب كل أرشيف</source>
        <translation>Beside each archive</translation>
    </message>
    <message>
        <source>مجلد النسخ الاحتياطية</source>
        <translation>Folder for Backups</translation>
    </message>
    <message>
        <source>نسخة كل يوم، وتبقى سبع نسخ يومية وأربع أسبوعية.</source>
        <translation>A copy a day; seven daily and four weekly ones are kept.</translation>
    </message>
    <message>
        <source>هذا المجلد على قرص الأرشيف نفسه، فلا تنجو نسخه من تلف القرص.</source>
        <translation>This folder is on the disk of the archive itself: its copies do not outlive that disk.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>أعمدة الجدول</source>
        <translation>Columns of the Table</translation>
    </message>
    <message>
        <source>أي عمود في %1 هو العنوان، وأيها النص؟</source>
        <translation>Which column of %1 is the title, and which the text?</translation>
    </message>
    <message>
        <source>استيراد</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>تخطي هذا الملف</source>
        <translation>Skip This File</translation>
    </message>
    <message>
        <source>صفوف من الجدول</source>
        <translation>Rows of the table</translation>
    </message>
    <message>
        <source>بلا عمود</source>
        <translation>No column</translation>
    </message>
    <message>
        <source>المقال كما سيُقرأ</source>
        <translation>The article as it will be read</translation>
    </message>
    <message>
        <source>اختر عمود العنوان أو عمود النص.</source>
        <translation>Choose the column of the title or of the text.</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>إلغاء</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>سيظهر هذا في %1 مقال</source>
        <translation>
            <numerusform>This will show in %1 article</numerusform>
            <numerusform>This will show in %1 articles</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>وينضم إلى %1 مقال فيه «%2»</source>
        <translation>
            <numerusform>and joins %1 article with “%2”</numerusform>
            <numerusform>and joins %1 articles with “%2”</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>لم تصحح اسمًا بعد. ما وصله البرنامج أو أخفاه يظهر بالخيار أدناه.</source>
        <translation>You have corrected no name yet. What the program joined or hid is shown by the choice below.</translation>
    </message>
    <message>
        <source>ما تصححه من الأسماء، في المرشحات أو في المقال، تجده هنا وتتراجع عنه.</source>
        <translation>What you correct of names, in the filters or in an article, is found here and can be undone.</translation>
    </message>
    <message>
        <source>لا تصحيحات بعد</source>
        <translation>No corrections yet</translation>
    </message>
    <message>
        <source>وما وصله البرنامج أو أخفاه</source>
        <translation>And what the program joined or hid</translation>
    </message>
    <message>
        <source>تصحيحات الأسماء</source>
        <translation>Corrections of names</translation>
    </message>
    <message>
        <source>تراجع عنه</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>تصدير…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>استيراد…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>إغلاق</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%1 تصحيح قائم</source>
        <translation>
            <numerusform>%1 correction holds</numerusform>
            <numerusform>%1 corrections hold</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>في %1 مقال</source>
        <translation>
            <numerusform>in %1 article</numerusform>
            <numerusform>in %1 articles</numerusform>
            </translation>
    </message>
    <message>
        <source>تُراجع عنه</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>إعادته</source>
        <translation>Make Again</translation>
    </message>
</context>
<context>
    <name>DefectDialog</name>
    <message>
        <source>خطأ في البرنامج</source>
        <translation>A Defect of the Program</translation>
    </message>
    <message>
        <source>وقع في البرنامج خطأ لم نتوقعه. ما حُفظ في الأرشيف باقٍ كما هو، ويمكنك متابعة العمل. هذا تقرير عنه ليس فيه شيء من مقالاتك، ولا يُرسل إلى أحد؛ انسخه إن أردت إبلاغنا.</source>
        <translation>Something went wrong that we did not expect. What is stored in the archive is as it was, and you can go on working. This is a report that holds nothing of your articles and is sent to nobody; copy it if you want to tell us.</translation>
    </message>
    <message>
        <source>نسخ التقرير</source>
        <translation>Copy the Report</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>انتظر حتى ينتهي العمل الجاري ثم أعد المحاولة</source>
        <translation>Wait until the work under way is done, then try again</translation>
    </message>
</context>
<context>
    <name>Discarding</name>
    <message>
        <source>سلة المحذوفات</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>تُحذف هذه المقالات نهائيًا، ولا تراجع عن ذلك: %1</source>
        <translation>These articles are deleted for good, which cannot be undone: %1</translation>
    </message>
    <message>
        <source>حذف نهائي</source>
        <translation>Delete for Good</translation>
    </message>
    <message>
        <source>تُراجع عن: %1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>تم: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>إلغاء</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>EntityPage</name>
    <message>
        <source>الأسماء</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>تصحيح</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>قد يكون الاسم نفسه</source>
        <translation>May be the same</translation>
    </message>
    <message>
        <source>المناصب</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>الألقاب</source>
        <translation>Titles</translation>
    </message>
    <message>
        <source>مع أشخاص</source>
        <translation>With persons</translation>
    </message>
    <message>
        <source>مع مؤسسات</source>
        <translation>With organisations</translation>
    </message>
    <message>
        <source>مع أماكن</source>
        <translation>With places</translation>
    </message>
    <message>
        <source>التصحيحات السارية</source>
        <translation>Corrections that hold</translation>
    </message>
    <message>
        <source>المقالات</source>
        <translation>Articles</translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>%1 article</numerusform>
            <numerusform>%1 articles</numerusform>
            </translation>
    </message>
    <message>
        <source>لا يظهر في المرشحات</source>
        <translation>not shown in filters</translation>
    </message>
    <message>
        <source>أول مقال: %1</source>
        <translation>First article: %1</translation>
    </message>
    <message>
        <source>آخر مقال: %1</source>
        <translation>Last article: %1</translation>
    </message>
    <message>
        <source>بلا تاريخ</source>
        <translation>undated</translation>
    </message>
    <message>
        <source>هما واحد: دمج…</source>
        <translation>One: Merge…</translation>
    </message>
    <message>
        <source>اسمان مختلفان</source>
        <translation>Two Different Names</translation>
    </message>
    <message>
        <source>صفحة الاسم</source>
        <translation>Page of the Name</translation>
    </message>
    <message>
        <source>تراجع عن هذا</source>
        <translation>Undo This</translation>
    </message>
</context>
<context>
    <name>FacetSection</name>
    <message>
        <source>ابحث بين القيم</source>
        <translation>Search within</translation>
    </message>
    <message>
        <source>ابحث في %1</source>
        <translation>Search in %1</translation>
    </message>
    <message>
        <source>كل القيم (%1)</source>
        <translation>All values (%1)</translation>
    </message>
</context>
<context>
    <name>FacetSidebar</name>
    <message>
        <source>التاريخ</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>الأشخاص</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>المؤسسات</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>الأقسام</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>الأماكن</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>المصادر</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>الوسوم</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>تقريب المدة (+)</source>
        <translation>Zoom in (+)</translation>
    </message>
    <message>
        <source>إبعاد المدة (−)</source>
        <translation>Zoom out (−)</translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message>
        <source>ملفات لم تُستورد</source>
        <translation>Files not imported</translation>
    </message>
    <message>
        <source>استُورد كل ما عداها. أصلح السبب ثم أعد المحاولة.</source>
        <translation>All others were imported. Mend the cause, then try again.</translation>
    </message>
    <message>
        <source>الملف</source>
        <translation>File</translation>
    </message>
    <message>
        <source>السبب</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>نسخ القائمة</source>
        <translation>Copy List</translation>
    </message>
    <message>
        <source>إعادة المحاولة</source>
        <translation>Try Again</translation>
    </message>
    <message>
        <source>اختيار الأعمدة…</source>
        <translation>Choose Columns…</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>استيراد ملفات</source>
        <translation>Import Files</translation>
    </message>
    <message>
        <source>استيراد مجلد</source>
        <translation>Import Folder</translation>
    </message>
    <message>
        <source>استيراد جدول</source>
        <translation>Import Table</translation>
    </message>
    <message>
        <source>توقف الاستيراد: %1</source>
        <translation>The import stopped: %1</translation>
    </message>
    <message>
        <source>جداول (%1);;كل الملفات (*)</source>
        <translation>Tables (%1);;All files (*)</translation>
    </message>
</context>
<context>
    <name>LineSection</name>
    <message>
        <source>الكل (%1)</source>
        <translation>All (%1)</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>فتح الرابط</source>
        <translation>Open Link</translation>
    </message>
    <message>
        <source>يُفتح هذا الرابط في متصفح النظام، خارج قصاصات، فيعلم الموقع أنك زرته. البرنامج نفسه لا يتصل بالشبكة.</source>
        <translation>This link opens in the system's browser, outside Qusasat, and the site will know of your visit. The program itself goes on no network.</translation>
    </message>
    <message>
        <source>الموقع: %1</source>
        <translation>Site: %1</translation>
    </message>
    <message>
        <source>الرابط</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>فتح في المتصفح</source>
        <translation>Open in Browser</translation>
    </message>
    <message>
        <source>نسخ الرابط</source>
        <translation>Copy Link</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>لا رابط لهذا المقال يفتحه المتصفح</source>
        <translation>This article has no link that a browser opens</translation>
    </message>
    <message>
        <source>لا متصفح في النظام يفتح الروابط</source>
        <translation>No browser on this system opens links</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>قصاصات</source>
        <translation>Qusasat</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>سلة المحذوفات</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>العنوان</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>المصدر</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>حُذف في</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>استعادة</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>استعادة الكل</source>
        <translation>Restore All</translation>
    </message>
    <message>
        <source>إفراغ السلة…</source>
        <translation>Empty the Trash…</translation>
    </message>
    <message>
        <source>تبقى المقالات المحذوفة هنا ثلاثين يومًا، ثم تُحذف نهائيًا.</source>
        <translation>Deleted articles stay here for 30 days, then they go for good.</translation>
    </message>
    <message>
        <source>السلة فارغة.</source>
        <translation>The trash is empty.</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>شخص</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>مؤسسة</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>مكان</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>دمج «%1» في «%2»</source>
        <translation>Merge “%1” into “%2”</translation>
    </message>
    <message>
        <source>تغيير «%1» إلى «%2»</source>
        <translation>Rename “%1” to “%2”</translation>
    </message>
    <message>
        <source>جعل «%1» شخصًا</source>
        <translation>Make “%1” a person</translation>
    </message>
    <message>
        <source>جعل «%1» مؤسسة</source>
        <translation>Make “%1” an organisation</translation>
    </message>
    <message>
        <source>جعل «%1» مكانًا</source>
        <translation>Make “%1” a place</translation>
    </message>
    <message>
        <source>إخفاء «%1»</source>
        <translation>Hide “%1”</translation>
    </message>
    <message>
        <source>«%1» ليس شخصًا</source>
        <translation>“%1” is not a person</translation>
    </message>
    <message>
        <source>«%1» ليس مؤسسة</source>
        <translation>“%1” is not an organisation</translation>
    </message>
    <message>
        <source>«%1» ليس مكانًا</source>
        <translation>“%1” is not a place</translation>
    </message>
    <message>
        <source>فصل «%1» باسم «%2»</source>
        <translation>Split “%1” off as “%2”</translation>
    </message>
    <message>
        <source>تعليم «%1» شخصًا</source>
        <translation>Mark “%1” as a person</translation>
    </message>
    <message>
        <source>تعليم «%1» مؤسسة</source>
        <translation>Mark “%1” as an organisation</translation>
    </message>
    <message>
        <source>تعليم «%1» مكانًا</source>
        <translation>Mark “%1” as a place</translation>
    </message>
    <message>
        <source>«%1» و«%2» اسمان مختلفان</source>
        <translation>“%1” and “%2” are two</translation>
    </message>
    <message>
        <source>اسم مختصر من الآخر</source>
        <translation>A shorter form of the other</translation>
    </message>
    <message>
        <source>اسم أجنبي واحد بحروف أخرى</source>
        <translation>One foreign name in other letters</translation>
    </message>
    <message>
        <source>تذكره مقالات اسمًا مختصرًا للآخر</source>
        <translation>Articles give one as a short name of the other</translation>
    </message>
    <message>
        <source>وصله البرنامج: سلسلة واحدة توافقه</source>
        <translation>Joined by the program: one chain alone agrees</translation>
    </message>
    <message>
        <source>وصله البرنامج: منصب واحد في زمن واحد</source>
        <translation>Joined by the program: one office in one period</translation>
    </message>
    <message>
        <source>وصله البرنامج: تذكره مقالات اسمًا مختصرًا له وحده</source>
        <translation>Joined by the program: articles use it for this one alone</translation>
    </message>
    <message>
        <source>وصله البرنامج: اسم أجنبي كُتب بصورة أخرى</source>
        <translation>Joined by the program: a foreign name spelt in another way</translation>
    </message>
    <message>
        <source>وصله البرنامج: جهة معروفة باسمين</source>
        <translation>Joined by the program: one body that is known by two names</translation>
    </message>
    <message>
        <source>وصله البرنامج: واحد بهذا الاسم يحمل اللقب</source>
        <translation>Joined by the program: one of this name bears the title</translation>
    </message>
    <message>
        <source>أخفاه البرنامج: اسم مفرد، وفي مقالات أخرى أسماء من يحملونه كاملة</source>
        <translation>Hidden by the program: a name alone, whose bearers other articles name in full</translation>
    </message>
    <message>
        <source>بينهما حرف واحد</source>
        <translation>One letter apart</translation>
    </message>
    <message>
        <source>تصحيحات %1</source>
        <translation>Corrections from %1</translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>العنوان</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>النص</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>التاريخ</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>القسم</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>المصدر</source>
        <translation>Outlet</translation>
    </message>
    <message>
        <source>الكاتب</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>الرابط</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>العنوان الفرعي</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>الملخص</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>اللغة</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>من اسمه</source>
        <translation>by its name</translation>
    </message>
    <message>
        <source>من محتواه</source>
        <translation>by its content</translation>
    </message>
    <message>
        <source>باختيارك</source>
        <translation>as you chose</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>دليل الاستعمال</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>محتويات الدليل</source>
        <translation>Contents of the manual</translation>
    </message>
    <message>
        <source>نص الدليل</source>
        <translation>Text of the manual</translation>
    </message>
    <message>
        <source>ابحث في الدليل…</source>
        <translation>Search the manual…</translation>
    </message>
    <message>
        <source>البحث في الدليل</source>
        <translation>Search the manual</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>اختر اسمًا أولًا، في المرشحات أو في المقال</source>
        <translation>Choose a name first, in the filters or in the article</translation>
    </message>
    <message>
        <source>هذا نوعه من قبل</source>
        <translation>It is of this kind already</translation>
    </message>
    <message>
        <source>هذا التصحيح قائم من قبل</source>
        <translation>This correction holds already</translation>
    </message>
    <message>
        <source>تُراجع عن: %1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>تم: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>تراجع: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>إعادة: %1</source>
        <translation>Redo: %1</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>قراءة النص في الصور والصفحات الممسوحة (Tesseract)</source>
        <translation>Read text in pictures and scanned pages (Tesseract)</translation>
    </message>
    <message>
        <source>الصور</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>التفضيلات</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>حجم النص</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>النسخ الاحتياطية</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>خط الواجهة</source>
        <translation>Interface font</translation>
    </message>
    <message>
        <source>خط القراءة</source>
        <translation>Reading font</translation>
    </message>
    <message>
        <source>المجلدات المراقبة…</source>
        <translation>Watched Folders…</translation>
    </message>
    <message>
        <source>إيجاد الأسماء</source>
        <translation>Finding names</translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message>
        <source>أسماء قد تكون واحدة</source>
        <translation>Names that may be one</translation>
    </message>
    <message>
        <source>هما واحد: دمج</source>
        <translation>One: Merge</translation>
    </message>
    <message>
        <source>اسمان مختلفان</source>
        <translation>Two Different Names</translation>
    </message>
    <message>
        <source>صفحة الاسم</source>
        <translation>Page of the Name</translation>
    </message>
    <message>
        <source>إغلاق</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>الأشخاص</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>المؤسسات</source>
        <translation>Organisations</translation>
    </message>
    <message>
        <source>الأماكن</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>يبحث عن أسماء متشابهة…</source>
        <translation>Looking for names alike…</translation>
    </message>
    <message numerus="yes">
        <source>%1 اقتراح</source>
        <translation>
            <numerusform>%1 proposal</numerusform>
            <numerusform>%1 proposals</numerusform>
            </translation>
    </message>
    <message>
        <source>«%1» يصير «%2»</source>
        <translation>“%1” becomes “%2”</translation>
    </message>
    <message>
        <source>يشتركان في: %1</source>
        <translation>Both with: %1</translation>
    </message>
    <message numerus="yes">
        <source>يظهران معًا في %1 مقال</source>
        <translation>
            <numerusform>Both stand in %1 article</numerusform>
            <numerusform>Both stand in %1 articles</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>تصدير التصحيحات</source>
        <translation>Export corrections</translation>
    </message>
    <message>
        <source>استيراد تصحيحات</source>
        <translation>Import corrections</translation>
    </message>
    <message>
        <source>تصحيحات الأسماء (%1);;كل الملفات (*)</source>
        <translation>Corrections of names (%1);;All files (*)</translation>
    </message>
    <message numerus="yes">
        <source>صُدّر %1 تصحيح إلى %2</source>
        <translation>
            <numerusform>%1 correction was written to %2</numerusform>
            <numerusform>%1 corrections were written to %2</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message numerus="yes">
        <source>في %1 مقال محدد في القائمة</source>
        <translation>
            <numerusform>In %1 article selected in the list</numerusform>
            <numerusform>In %1 articles selected in the list</numerusform>
            </translation>
    </message>
    <message>
        <source>في هذا المقال وحده: %1</source>
        <translation>In this article alone: %1</translation>
    </message>
    <message>
        <source>حدد مقالات أخرى في القائمة بمفتاح Shift أو Ctrl لفصلها معًا.</source>
        <translation>Select more articles in the list with Shift or Ctrl to split them off together.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>ابحث في الأرشيف…</source>
        <translation>Search the archive…</translation>
    </message>
    <message>
        <source>البحث في الأرشيف</source>
        <translation>Search the archive</translation>
    </message>
    <message>
        <source>كلمات، أو عبارة بين علامتي تنصيص، أو شخص: وجهة: وقسم: وتاريخ:، و- للاستبعاد</source>
        <translation>Words, a phrase in quotation marks, person: org: section: date:, and - to exclude</translation>
    </message>
    <message>
        <source>رجوع</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>تقدم</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>إزالة الكل</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>استُبعد %1</source>
        <translation>%1 is excluded</translation>
    </message>
    <message>
        <source>اختير %1</source>
        <translation>%1 is chosen</translation>
    </message>
    <message>
        <source>إزالة هذا المرشح</source>
        <translation>Remove this filter</translation>
    </message>
    <message>
        <source>من %1 إلى %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>منذ %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>حتى %1</source>
        <translation>Until %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>مسح</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>اختصارات لوحة المفاتيح</source>
        <translation>Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>في اللوحات</source>
        <translation>In the panes</translation>
    </message>
    <message>
        <source>تعمل اختصارات الحروف بلوحة المفاتيح العربية أيضًا، على المفاتيح نفسها.</source>
        <translation>Letter shortcuts also work with an Arabic keyboard layout, on the same keys.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%1 صورة لم تُقرأ</source>
        <translation>
            <numerusform>%1 unread picture</numerusform>
            <numerusform>%1 unread pictures</numerusform>
            </translation>
    </message>
    <message>
        <source>يُقرأ ما فيها من نص إذا ثُبّت برنامج Tesseract بالعربية وأعيدت قراءتها</source>
        <translation>Their text can be read once Tesseract is installed with Arabic and they are read again</translation>
    </message>
    <message>
        <source>تقدم الاستيراد</source>
        <translation>Import progress</translation>
    </message>
    <message>
        <source>إلغاء</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>استيراد: %1 من %2 ملف، %3 مقال</source>
        <translation>
            <numerusform>Importing: %1 of %2 files, %3 article</numerusform>
            <numerusform>Importing: %1 of %2 files, %3 articles</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>استُورد %1 مقال</source>
        <translation>
            <numerusform>%1 article imported</numerusform>
            <numerusform>%1 articles imported</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 مكرر</source>
        <translation>
            <numerusform>%1 duplicate</numerusform>
            <numerusform>%1 duplicates</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 في سلة المحذوفات</source>
        <translation>
            <numerusform>%1 in the trash</numerusform>
            <numerusform>%1 in the trash</numerusform>
            </translation>
    </message>
    <message>
        <source>حُذفت من قبل فلم تُستورد؛ افتح السلة لاستعادتها</source>
        <translation>Deleted before, so not imported; open the trash to restore them</translation>
    </message>
    <message numerus="yes">
        <source>تعذّر %1 ملف</source>
        <translation>
            <numerusform>%1 file failed</numerusform>
            <numerusform>%1 files failed</numerusform>
            </translation>
    </message>
    <message>
        <source>يُفهرس الأرشيف…</source>
        <translation>Indexing the archive…</translation>
    </message>
    <message>
        <source>أقل من دقيقة</source>
        <translation>less than a minute</translation>
    </message>
    <message numerus="yes">
        <source>نحو %1 دقيقة</source>
        <translation>
            <numerusform>about %1 minute</numerusform>
            <numerusform>about %1 minutes</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>يراقب %1 مجلد</source>
        <translation>
            <numerusform>watches %1 folder</numerusform>
            <numerusform>watches %1 folders</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 غير متاح</source>
        <translation>
            <numerusform>%1 not there</numerusform>
            <numerusform>%1 not there</numerusform>
            </translation>
    </message>
    <message>
        <source>تصدير…</source>
        <translation>Exporting…</translation>
    </message>
    <message numerus="yes">
        <source>تصدير: %1 من %2</source>
        <translation>
            <numerusform>Exporting: %1 of %2 article</numerusform>
            <numerusform>Exporting: %1 of %2 articles</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>المقالات عبر الزمن</source>
        <translation>Articles over time</translation>
    </message>
    <message>
        <source>كل التواريخ</source>
        <translation>All dates</translation>
    </message>
    <message>
        <source>من %1 إلى %2</source>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>ملف</source>
        <translation>File</translation>
    </message>
    <message>
        <source>تحرير</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>عرض</source>
        <translation>View</translation>
    </message>
    <message>
        <source>انتقال</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>مساعدة</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>أرشيف جديد…</source>
        <translation>New Archive…</translation>
    </message>
    <message>
        <source>فتح أرشيف…</source>
        <translation>Open Archive…</translation>
    </message>
    <message>
        <source>استيراد ملفات…</source>
        <translation>Import Files…</translation>
    </message>
    <message>
        <source>أو اسحب الملفات والمجلدات إلى النافذة</source>
        <translation>Or drag files and folders onto the window</translation>
    </message>
    <message>
        <source>استيراد مجلد…</source>
        <translation>Import Folder…</translation>
    </message>
    <message>
        <source>خروج</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>نسخ</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>نسخ كإشارة مرجعية</source>
        <translation>Copy as Citation</translation>
    </message>
    <message>
        <source>العنوان والصحيفة والتاريخ ورابط المقال المفتوح</source>
        <translation>Title, paper, date and address of the open article</translation>
    </message>
    <message>
        <source>إزالة كل المرشحات</source>
        <translation>Remove All Filters</translation>
    </message>
    <message>
        <source>تبقى كلمات البحث</source>
        <translation>The words searched for stay</translation>
    </message>
    <message>
        <source>التفضيلات…</source>
        <translation>Preferences…</translation>
    </message>
    <message>
        <source>إظهار المرشحات أو إخفاؤها</source>
        <translation>Show or Hide Filters</translation>
    </message>
    <message>
        <source>تكبير النص</source>
        <translation>Larger Text</translation>
    </message>
    <message>
        <source>تصغير النص</source>
        <translation>Smaller Text</translation>
    </message>
    <message>
        <source>الحجم الأصلي</source>
        <translation>Normal Size</translation>
    </message>
    <message>
        <source>البحث</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>المرشحات</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>قائمة المقالات</source>
        <translation>List of articles</translation>
    </message>
    <message>
        <source>نص المقال</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>أو اضغط مفتاح الإدخال في القائمة</source>
        <translation>Or press Enter in the list</translation>
    </message>
    <message>
        <source>المقال التالي</source>
        <translation>Next Article</translation>
    </message>
    <message>
        <source>المقال السابق</source>
        <translation>Previous Article</translation>
    </message>
    <message>
        <source>رجوع</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>إلى البحث أو المقال الذي قبله</source>
        <translation>To the search or article before</translation>
    </message>
    <message>
        <source>تقدم</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>مسح البحث، ثم العودة إلى القائمة</source>
        <translation>Clear the search, then go back to the list</translation>
    </message>
    <message>
        <source>اختصارات لوحة المفاتيح</source>
        <translation>Keyboard Shortcuts</translation>
    </message>
    <message>
        <source>عن قصاصات</source>
        <translation>About Qusasat</translation>
    </message>
    <message>
        <source>مسافة</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>في القائمة: صفحة من المقال</source>
        <translation>In the list: page through the article</translation>
    </message>
    <message>
        <source>في المرشحات: اختيار القيمة، ثم استبعادها، ثم تركها</source>
        <translation>In the filters: include the value, exclude it, leave it</translation>
    </message>
    <message>
        <source>إدخال</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>في القائمة: قراءة المقال</source>
        <translation>In the list: read the article</translation>
    </message>
    <message>
        <source>السهمان</source>
        <translation>Arrows</translation>
    </message>
    <message>
        <source>في المدرج الزمني: تحريك المدة، ومع Shift توسيعها</source>
        <translation>In the histogram: move the range, with Shift widen it</translation>
    </message>
    <message>
        <source>استيراد جدول…</source>
        <translation>Import Table…</translation>
    </message>
    <message>
        <source>بعد اختيار أعمدته</source>
        <translation>After choosing its columns</translation>
    </message>
    <message>
        <source>المجلدات المراقبة…</source>
        <translation>Watched Folders…</translation>
    </message>
    <message>
        <source>ما يصل إليها يُستورد من تلقائه</source>
        <translation>What comes into them is imported by itself</translation>
    </message>
    <message>
        <source>النسخ مرة واحدة</source>
        <translation>Count Copies Once</translation>
    </message>
    <message>
        <source>الخبر المنشور في عدة صحف مقال واحد في القائمة والأعداد</source>
        <translation>A report printed in several papers is one article in the list and in all counts</translation>
    </message>
    <message>
        <source>مقارنة النسخ…</source>
        <translation>Compare Copies…</translation>
    </message>
    <message>
        <source>المقال المفتوح ونسخه في صحف أخرى، جملةً جملة</source>
        <translation>The open article and its copies in other papers, sentence by sentence</translation>
    </message>
    <message>
        <source>الأسماء</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>تراجع</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>إعادة</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>مؤشر في نص المقال</source>
        <translation>Caret in the Article</translation>
    </message>
    <message>
        <source>تحركه الأسهم، ومع Shift تحدد النص</source>
        <translation>The arrows move it, with Shift they select</translation>
    </message>
    <message>
        <source>صفحة الاسم</source>
        <translation>Page of the Name</translation>
    </message>
    <message>
        <source>للقيمة المحددة في المرشحات أو الاسم المحدد في المقال</source>
        <translation>For the value with the focus in the filters or the name in the article</translation>
    </message>
    <message>
        <source>دمج في اسم آخر…</source>
        <translation>Merge into Another Name…</translation>
    </message>
    <message>
        <source>اسمان لواحد</source>
        <translation>Two names of one</translation>
    </message>
    <message>
        <source>تغيير الاسم…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>فصل اسم لاثنين…</source>
        <translation>Split a Name of Two…</translation>
    </message>
    <message>
        <source>في المقال المفتوح، أو في المقالات المحددة في القائمة</source>
        <translation>In the open article, or in the articles selected in the list</translation>
    </message>
    <message>
        <source>هذا شخص…</source>
        <translation>This Is a Person…</translation>
    </message>
    <message>
        <source>للنص المحدد في المقال، أو للاسم كله</source>
        <translation>For the text selected in the article, or for the whole name</translation>
    </message>
    <message>
        <source>هذه مؤسسة…</source>
        <translation>This Is an Organisation…</translation>
    </message>
    <message>
        <source>هذا مكان…</source>
        <translation>This Is a Place…</translation>
    </message>
    <message>
        <source>ليس اسمًا من هذا النوع…</source>
        <translation>Not a Name of This Kind…</translation>
    </message>
    <message>
        <source>إخفاء من المرشحات…</source>
        <translation>Hide from Filters…</translation>
    </message>
    <message>
        <source>أسماء قد تكون واحدة…</source>
        <translation>Names That May Be One…</translation>
    </message>
    <message>
        <source>تصحيحات الأسماء…</source>
        <translation>Corrections of Names…</translation>
    </message>
    <message>
        <source>كلها: مراجعة وتراجع وتصدير واستيراد</source>
        <translation>All of them: look through, undo, export, import</translation>
    </message>
    <message>
        <source>زر القائمة</source>
        <translation>Menu key</translation>
    </message>
    <message>
        <source>في المرشحات وفي المقال: كل ما يُفعل بالاسم</source>
        <translation>In the filters and in the article: all that can be done with a name</translation>
    </message>
    <message>
        <source>تمامًا كما كُتب</source>
        <translation>Exactly as Typed</translation>
    </message>
    <message>
        <source>الكلمات بحروفها، بلا تصريف ولا تقريب</source>
        <translation>Words by their letters, in no other form or near spelling</translation>
    </message>
    <message>
        <source>تصدير…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>المقالات المحددة، أو كل ما في القائمة إذا لم يُحدد إلا واحد</source>
        <translation>The selected articles, or all of the list when only one is selected</translation>
    </message>
    <message>
        <source>حفظ بصيغة PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>المقال المفتوح، أو المقالات المحددة، كقصاصات</source>
        <translation>The open article, or the selected ones, as cuttings</translation>
    </message>
    <message>
        <source>طباعة…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>عن آخر ما غيّرته في الأرشيف</source>
        <translation>What you last changed in the archive</translation>
    </message>
    <message>
        <source>المقال</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>نجمة</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>على المقالات المحددة في القائمة، أو إزالتها؛ أو انقر النجمة</source>
        <translation>On the articles selected in the list, or off; or click the star</translation>
    </message>
    <message>
        <source>وسوم…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>للمقالات المحددة في القائمة، أو للمقال المفتوح</source>
        <translation>Of the articles selected in the list, or of the open one</translation>
    </message>
    <message>
        <source>ما عليه نجمة</source>
        <translation>Starred Articles</translation>
    </message>
    <message>
        <source>حصر البحث فيه، ثم ما ليست عليه، ثم الكل</source>
        <translation>Narrow to them, then to all others, then off</translation>
    </message>
    <message>
        <source>ملاحظة</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>على المقال المفتوح؛ تُحفظ من تلقائها</source>
        <translation>On the open article; it saves itself</translation>
    </message>
    <message>
        <source>بحث</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>حفظ البحث…</source>
        <translation>Save Search…</translation>
    </message>
    <message>
        <source>الكلمات والمرشحات والترتيب، باسم</source>
        <translation>Words, filters and order, by a name</translation>
    </message>
    <message>
        <source>عمليات البحث المحفوظة</source>
        <translation>Saved Searches</translation>
    </message>
    <message>
        <source>وما جدّ في كل منها؛ F2 للتسمية وDelete للحذف</source>
        <translation>And what is new in each; F2 renames, Delete drops</translation>
    </message>
    <message>
        <source>دليل الاستعمال</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>كل الأوامر…</source>
        <translation>All Commands…</translation>
    </message>
    <message>
        <source>يُكتب اسم الأمر أو بعضه، بالعربية أو الإنجليزية</source>
        <translation>Type the name of a command or part of it, in Arabic or English</translation>
    </message>
    <message>
        <source>البحث في المقال…</source>
        <translation>Find in Article…</translation>
    </message>
    <message>
        <source>بأي رسم للكلمة</source>
        <translation>In any spelling</translation>
    </message>
    <message>
        <source>الموضع التالي</source>
        <translation>Next Match</translation>
    </message>
    <message>
        <source>الموضع السابق</source>
        <translation>Previous Match</translation>
    </message>
    <message>
        <source>نسخ لبرامج لا تعرف العربية</source>
        <translation>Copy for Programs without Arabic</translation>
    </message>
    <message>
        <source>حروف موصولة بترتيب رؤيتها، لبرامج التصميم والترجمة المرئية</source>
        <translation>Joined letters in the order they are seen, for design and subtitle programs</translation>
    </message>
    <message>
        <source>نافذة أخرى</source>
        <translation>New Window</translation>
    </message>
    <message>
        <source>على الأرشيف نفسه</source>
        <translation>On the same archive</translation>
    </message>
    <message>
        <source>نقل إلى سلة المحذوفات</source>
        <translation>Move to the Trash</translation>
    </message>
    <message>
        <source>مفتاح Delete في القائمة؛ تبقى فيها ثلاثين يومًا</source>
        <translation>Delete in the list; articles stay there for 30 days</translation>
    </message>
    <message>
        <source>سلة المحذوفات…</source>
        <translation>Trash…</translation>
    </message>
    <message>
        <source>في القائمة: نقل المحدد إلى سلة المحذوفات</source>
        <translation>In the list: move what is selected to the trash</translation>
    </message>
    <message>
        <source>استعادة نسخة احتياطية…</source>
        <translation>Restore a Backup…</translation>
    </message>
    <message>
        <source>تأخذ مكان الأرشيف المفتوح، ويبقى ملفه باسم آخر</source>
        <translation>It takes the place of the open archive, whose file is kept under another name</translation>
    </message>
    <message>
        <source>+ و −</source>
        <translation>+ and −</translation>
    </message>
    <message>
        <source>في المدرج الزمني: تقريب إلى أشهر السنة ثم أيام الشهر</source>
        <translation>In the timeline: closer, to a year's months and a month's days, and back</translation>
    </message>
    <message>
        <source>الأصل</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>أين قُرئ كل حقل، وأين كُتب الاسم أو النص المحدد</source>
        <translation>where each field was read, and where the selected name or text is written</translation>
    </message>
    <message>
        <source>فتح الأصل</source>
        <translation>Open Original</translation>
    </message>
    <message>
        <source>بالبرنامج الذي يفتح نوعه في النظام</source>
        <translation>with the program that the system opens its kind with</translation>
    </message>
    <message>
        <source>حفظ الأصل…</source>
        <translation>Save Original…</translation>
    </message>
    <message>
        <source>الرابط…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>يُعرض كاملًا، ثم يُفتح في متصفح النظام إن شئت</source>
        <translation>Shown in full, then opened in the system's browser if you wish</translation>
    </message>
    <message>
        <source>تغيير اسم وسم…</source>
        <translation>Rename Tag…</translation>
    </message>
    <message>
        <source>وباسم وسم آخر يصيران واحدًا؛ أو F2 على وسم في المرشحات</source>
        <translation>by the name of another tag the two become one; or F2 on a tag in the filters</translation>
    </message>
    <message>
        <source>فتح أرشيف حديث…</source>
        <translation>Open Recent Archive…</translation>
    </message>
    <message>
        <source>ما فُتح أخيرًا، يُختار ببعض اسمه</source>
        <translation>those open lately, chosen by a part of the name</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>المظهر</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>كما في النظام</source>
        <translation>As the System</translation>
    </message>
    <message>
        <source>نهاري</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>ليلي</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>اللغة</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>الأرقام</source>
        <translation>Digits</translation>
    </message>
    <message>
        <source>أسماء الأشهر</source>
        <translation>Month Names</translation>
    </message>
    <message>
        <source>يناير، فبراير (الخليج ومصر)</source>
        <translation>يناير، فبراير (Gulf, Egypt)</translation>
    </message>
    <message>
        <source>كانون الثاني، شباط (الشام والعراق)</source>
        <translation>كانون الثاني، شباط (Levant, Iraq)</translation>
    </message>
    <message>
        <source>يوليوز، غشت (المغرب)</source>
        <translation>يوليوز، غشت (Morocco)</translation>
    </message>
    <message>
        <source>جانفي، فيفري (الجزائر وتونس)</source>
        <translation>جانفي، فيفري (Algeria, Tunisia)</translation>
    </message>
    <message>
        <source>يناير (كانون الثاني)</source>
        <translation>يناير (كانون الثاني)</translation>
    </message>
    <message>
        <source>التقويم</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>الميلادي</source>
        <translation>Gregorian</translation>
    </message>
    <message>
        <source>الهجري أولًا</source>
        <translation>Hijri First</translation>
    </message>
    <message>
        <source>الميلادي ثم الهجري</source>
        <translation>Gregorian, then Hijri</translation>
    </message>
    <message>
        <source>ترتيب القائمة</source>
        <translation>Order of the List</translation>
    </message>
    <message>
        <source>الأوثق صلة</source>
        <translation>Most relevant</translation>
    </message>
    <message>
        <source>الأحدث</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>الأقدم</source>
        <translation>Oldest</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>خطأ في البرنامج لم نتوقعه: %1</source>
        <translation>An unexpected fault of the program: %1</translation>
    </message>
    <message>
        <source>كُتب «%1» بلوحة مفاتيح أخرى؛ بحثنا عن «%2»</source>
        <translation>“%1” was typed in another keyboard layout; “%2” was searched for</translation>
    </message>
    <message>
        <source>لا مقال فيه «%1»؛ هذه كلمات قريبة منه</source>
        <translation>No article has “%1”; these have words like it</translation>
    </message>
    <message>
        <source>لا مقال فيه «%1»؛ بحثنا عمّا يرادفه: «%2»</source>
        <translation>No article has “%1”; what is said instead was searched for: “%2”</translation>
    </message>
    <message>
        <source>لا مقال لما كُتب؛ بحثنا عن «%2» بدل «%1»</source>
        <translation>No article for what was typed; “%2” was searched for instead of “%1”</translation>
    </message>
    <message>
        <source>لا مقال يجمع كل الكلمات؛ هذه مقالات فيها أكثرها أو ما يرادفها</source>
        <translation>No article has all the words; these have most of them, or what is said instead</translation>
    </message>
    <message>
        <source>مقالات قليلة تجمع كل الكلمات؛ بينها مقالات فيها أكثرها أو ما يرادفها</source>
        <translation>Few articles have all the words; those with most of them, or what is said instead, are among these</translation>
    </message>
    <message>
        <source>«%1» من أسماء «%2»؛ مقالاته بينها</source>
        <translation>“%1” is a name of “%2”; its articles are among these</translation>
    </message>
    <message>
        <source>«%1» فترة أيضًا: %2</source>
        <translation>“%1” is also a range of days: %2</translation>
    </message>
    <message>
        <source>علامة تنصيص لم تُغلق: %1</source>
        <translation>A quotation mark was not closed: %1</translation>
    </message>
    <message>
        <source>قوس لم يُغلق</source>
        <translation>A parenthesis was not closed</translation>
    </message>
    <message>
        <source>قوس لم يُفتح</source>
        <translation>A parenthesis was not opened</translation>
    </message>
    <message>
        <source>لا حقل باسم «%1»؛ بحثنا عنه كلمة</source>
        <translation>There is no field “%1”; it was searched as a word</translation>
    </message>
    <message>
        <source>الحقل «%1» بلا قيمة؛ تُرك</source>
        <translation>The field “%1” has no value and was left out</translation>
    </message>
    <message>
        <source>«%1» ليس تاريخًا؛ بحثنا عنه كلمات</source>
        <translation>“%1” is no date; it was searched as words</translation>
    </message>
    <message>
        <source>قصاصات</source>
        <translation>Qusasat</translation>
    </message>
</context>
<context>
    <name>ArticleRow</name>
    <message>
        <source>صورة لم يُقرأ ما فيها من نص</source>
        <translation>A picture whose text has not been read</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>إنهاء</source>
        <translation>End</translation>
    </message>
    <message>
        <source>%1 من %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>تم</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>التالي</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ValueChooser</name>
    <message>
        <source>الاسم</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>اكتب جزءًا من الاسم</source>
        <translation>Type part of the name</translation>
    </message>
    <message>
        <source>أسماء الأرشيف</source>
        <translation>Names of the archive</translation>
    </message>
    <message>
        <source>اسم جديد</source>
        <translation>new name</translation>
    </message>
</context>
<context>
    <name>WatchedDialog</name>
    <message>
        <source>المجلدات المراقبة</source>
        <translation>Watched Folders</translation>
    </message>
    <message>
        <source>ما يصل إلى هذه المجلدات وما تحتها يُستورد من تلقائه ما دامت النافذة مفتوحة.</source>
        <translation>What comes into these folders, or below them, is imported by itself while the window is open.</translation>
    </message>
    <message>
        <source>المجلد</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>آخر مرور</source>
        <translation>Last looked through</translation>
    </message>
    <message>
        <source>إضافة مجلد…</source>
        <translation>Add Folder…</translation>
    </message>
    <message>
        <source>ترك المجلد</source>
        <translation>Leave Folder</translation>
    </message>
    <message>
        <source>غير متاح الآن</source>
        <translation>Not there now</translation>
    </message>
    <message>
        <source>لم يُمر عليه بعد</source>
        <translation>Not looked through yet</translation>
    </message>
    <message>
        <source>إضافة مجلد إلى المراقبة</source>
        <translation>Watch a Folder</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>المجلد %1 غير متاح؛ تُستأنف مراقبته حين يعود.</source>
        <translation>The folder %1 is not there; it is taken up again when it is back.</translation>
    </message>
    <message>
        <source>عاد المجلد %1.</source>
        <translation>The folder %1 is back.</translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message numerus="yes">
        <source>في %1 صحيفة</source>
        <translation>
            <numerusform>in %1 paper</numerusform>
            <numerusform>in %1 papers</numerusform>
            </translation>
    </message>
    <message>
        <source>بنجمة</source>
        <translation>starred</translation>
    </message>
</context>
<context>
    <name>FamilyLine</name>
    <message>
        <source>نُشر أيضًا في: %1</source>
        <translation>Also printed in: %1</translation>
    </message>
    <message>
        <source>مقارنة النسخ</source>
        <translation>compare</translation>
    </message>
</context>
<context>
    <name>ComparingDialog</name>
    <message>
        <source>مقارنة النسخ</source>
        <translation>Compare Copies</translation>
    </message>
    <message>
        <source>النسخة</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>الفروق وحدها</source>
        <translation>Differences only</translation>
    </message>
    <message>
        <source>فتح النسخة</source>
        <translation>Open the Copy</translation>
    </message>
    <message>
        <source>لا فرق بين النصين إلا في الرسم وعلامات الترقيم.</source>
        <translation>The texts differ in nothing but spelling and punctuation.</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>يسري على كل ما في الأرشيف وما يُستورد لاحقًا، ويمكن التراجع عنه.</source>
        <translation>Holds for all that is in the archive and all that is imported later; it can be undone.</translation>
    </message>
    <message>
        <source>دمج</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>في أي اسم يُدمج «%1»؟</source>
        <translation>Into which name shall “%1” be merged?</translation>
    </message>
    <message>
        <source>تغيير الاسم</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>ما الاسم الصحيح بدل «%1»؟</source>
        <translation>What is the right name for “%1”?</translation>
    </message>
    <message>
        <source>إخفاء</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>إخفاء «%1» من المرشحات؟</source>
        <translation>Hide “%1” from the filters?</translation>
    </message>
    <message>
        <source>يبقى مذكورًا في مقالاته، ولا يظهر بين قيم المرشحات.</source>
        <translation>It stays in its articles, and is no more among the values of the filters.</translation>
    </message>
    <message>
        <source>ليس شخصًا</source>
        <translation>Not a Person</translation>
    </message>
    <message>
        <source>«%1» ليس شخصًا؟</source>
        <translation>Is “%1” not a person?</translation>
    </message>
    <message>
        <source>لن يُعدّ اسمًا في المرشحات ولا في المقالات.</source>
        <translation>It will be taken for no name, in filters or articles.</translation>
    </message>
    <message>
        <source>ليس مؤسسة</source>
        <translation>Not an Organisation</translation>
    </message>
    <message>
        <source>«%1» ليس مؤسسة؟</source>
        <translation>Is “%1” not an organisation?</translation>
    </message>
    <message>
        <source>ليس مكانًا</source>
        <translation>Not a Place</translation>
    </message>
    <message>
        <source>«%1» ليس مكانًا؟</source>
        <translation>Is “%1” not a place?</translation>
    </message>
    <message>
        <source>هو شخص</source>
        <translation>Is a Person</translation>
    </message>
    <message>
        <source>«%1» شخص؟</source>
        <translation>Is “%1” a person?</translation>
    </message>
    <message>
        <source>هو مؤسسة</source>
        <translation>Is an Organisation</translation>
    </message>
    <message>
        <source>«%1» مؤسسة؟</source>
        <translation>Is “%1” an organisation?</translation>
    </message>
    <message>
        <source>هو مكان</source>
        <translation>Is a Place</translation>
    </message>
    <message>
        <source>«%1» مكان؟</source>
        <translation>Is “%1” a place?</translation>
    </message>
    <message>
        <source>فصل</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>بأي اسم يُميَّز هذا عن «%1»؟</source>
        <translation>By which name shall this one be told from “%1”?</translation>
    </message>
    <message>
        <source>اكتب ما يفرّقه، مثل «محمد الحربي (اللاعب)».</source>
        <translation>Say what tells them apart, as in “Mohammed al-Harbi (footballer)”.</translation>
    </message>
    <message>
        <source>تعليم شخص</source>
        <translation>Mark a Person</translation>
    </message>
    <message>
        <source>باسم أي شخص يُعدّ «%1»؟</source>
        <translation>As which person does “%1” count?</translation>
    </message>
    <message>
        <source>يسري على هذا الموضع من المقال وحده.</source>
        <translation>Holds for this place in the article alone.</translation>
    </message>
    <message>
        <source>تعليم مؤسسة</source>
        <translation>Mark an Organisation</translation>
    </message>
    <message>
        <source>باسم أي مؤسسة يُعدّ «%1»؟</source>
        <translation>As which organisation does “%1” count?</translation>
    </message>
    <message>
        <source>تعليم مكان</source>
        <translation>Mark a Place</translation>
    </message>
    <message>
        <source>باسم أي مكان يُعدّ «%1»؟</source>
        <translation>As which place does “%1” count?</translation>
    </message>
</context>
<context>
    <name>completion</name>
    <message>
        <source>شخص</source>
        <translation>person</translation>
    </message>
    <message>
        <source>مؤسسة</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>مكان</source>
        <translation>place</translation>
    </message>
    <message>
        <source>قسم</source>
        <translation>section</translation>
    </message>
    <message>
        <source>مصدر</source>
        <translation>source</translation>
    </message>
    <message>
        <source>حقل</source>
        <translation>field</translation>
    </message>
    <message>
        <source>وسم</source>
        <translation>tag</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>اقتراحات</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>ReadingLine</name>
    <message>
        <source>بحثنا عن الكلمات تمامًا كما كُتبت</source>
        <translation>Searched for the words exactly as typed</translation>
    </message>
    <message>
        <source>أظهر صيغها الأخرى أيضًا</source>
        <translation>Find their other forms too</translation>
    </message>
    <message>
        <source>ابحث عنها تمامًا كما كُتبت</source>
        <translation>Search exactly as typed</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message>
        <source>الأشخاص: %1</source>
        <translation>Persons: %1</translation>
    </message>
    <message>
        <source>المؤسسات: %1</source>
        <translation>Organisations: %1</translation>
    </message>
    <message>
        <source>الملف: %1</source>
        <translation>File: %1</translation>
    </message>
    <message>
        <source>الرابط: %1</source>
        <translation>Link: %1</translation>
    </message>
    <message>
        <source>بصمة الأصل: %1</source>
        <translation>Checksum of the original: %1</translation>
    </message>
    <message>
        <source>بلا تاريخ</source>
        <translation>Undated</translation>
    </message>
    <message>
        <source>صفحة %1</source>
        <translation>Page %1</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>تصدير</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>حفظ بصيغة PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>لا يُطبع أكثر من %1 مقال في المرة؛ احفظها بصيغة PDF</source>
        <translation>No more than %1 articles are printed at once; save them as PDF</translation>
    </message>
    <message>
        <source>قصاصات للطباعة PDF</source>
        <translation>PDF cuttings to print</translation>
    </message>
    <message>
        <source>صفحة HTML</source>
        <translation>HTML page</translation>
    </message>
    <message>
        <source>جدول CSV</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>سطور JSON</source>
        <translation>JSON lines</translation>
    </message>
    <message>
        <source>مراجع RIS</source>
        <translation>RIS references</translation>
    </message>
    <message>
        <source>مراجع BibTeX</source>
        <translation>BibTeX references</translation>
    </message>
    <message>
        <source>توقف التصدير</source>
        <translation>The export stopped</translation>
    </message>
    <message>
        <source>لم تقبل الطابعة الطباعة</source>
        <translation>The printer refused</translation>
    </message>
    <message numerus="yes">
        <source>كُتب %1 مقال في %2</source>
        <translation>
            <numerusform>%1 article written to %2</numerusform>
            <numerusform>%1 articles written to %2</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>طُبع %1 مقال</source>
        <translation>
            <numerusform>%1 article printed</numerusform>
            <numerusform>%1 articles printed</numerusform>
            </translation>
    </message>
    <message>
        <source>قصاصات</source>
        <translation>Qusasat</translation>
    </message>
</context>
<context>
    <name>deeds</name>
    <message>
        <source>نجمة</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>إزالة نجمة</source>
        <translation>Remove Star</translation>
    </message>
    <message>
        <source>وسم «%1»</source>
        <translation>Tag “%1”</translation>
    </message>
    <message>
        <source>إزالة الوسم «%1»</source>
        <translation>Remove Tag “%1”</translation>
    </message>
    <message>
        <source>ملاحظة</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>حفظ البحث «%1»</source>
        <translation>Save Search “%1”</translation>
    </message>
    <message>
        <source>تسمية البحث «%1»</source>
        <translation>Change Search “%1”</translation>
    </message>
    <message>
        <source>حذف البحث «%1»</source>
        <translation>Delete Search “%1”</translation>
    </message>
    <message>
        <source>نقل إلى سلة المحذوفات: %1</source>
        <translation>Moved to the trash: %1</translation>
    </message>
    <message>
        <source>استعادة من سلة المحذوفات: %1</source>
        <translation>Restored from the trash: %1</translation>
    </message>
    <message>
        <source>تغيير الوسم «%1» إلى «%2»</source>
        <translation>Tag “%1” to “%2”</translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message>
        <source>بنجمة</source>
        <translation>Starred</translation>
    </message>
</context>
<context>
    <name>MarksLine</name>
    <message>
        <source>بنجمة</source>
        <translation>Starred</translation>
    </message>
    <message>
        <source>نجمة</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>وسوم…</source>
        <translation>Tags…</translation>
    </message>
    <message>
        <source>ملاحظة</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>TaggingDialog</name>
    <message>
        <source>الوسوم</source>
        <translation>Tags</translation>
    </message>
    <message numerus="yes">
        <source>وسوم %1 مقال</source>
        <translation>
            <numerusform>Tags of %1 article</numerusform>
            <numerusform>Tags of %1 articles</numerusform>
            </translation>
    </message>
    <message>
        <source>اكتب وسمًا، ثم مفتاح الإدخال</source>
        <translation>Type a tag, then Enter</translation>
    </message>
    <message>
        <source>الوسم</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>وسوم الأرشيف</source>
        <translation>Tags of the archive</translation>
    </message>
    <message>
        <source>وسم جديد</source>
        <translation>new tag</translation>
    </message>
    <message>
        <source>عليها كلها</source>
        <translation>on all</translation>
    </message>
    <message>
        <source>على بعضها</source>
        <translation>on some</translation>
    </message>
    <message>
        <source>عليه</source>
        <translation>on it</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>تُراجع عن: %1</source>
        <translation>Taken back: %1</translation>
    </message>
    <message>
        <source>تم: %1</source>
        <translation>Done: %1</translation>
    </message>
</context>
<context>
    <name>NotePane</name>
    <message>
        <source>ملاحظة</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>إغلاق الملاحظة</source>
        <translation>Close the note</translation>
    </message>
    <message>
        <source>ملاحظة على المقال</source>
        <translation>Note on the article</translation>
    </message>
    <message>
        <source>اكتب ملاحظتك؛ تُحفظ من تلقائها</source>
        <translation>Write your note; it saves itself</translation>
    </message>
    <message>
        <source>حُفظت</source>
        <translation>Saved</translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message>
        <source>حفظ البحث</source>
        <translation>Save Search</translation>
    </message>
    <message>
        <source>تسمية البحث</source>
        <translation>Rename Search</translation>
    </message>
    <message>
        <source>فتح</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>حفظ البحث الحالي مكانه</source>
        <translation>Replace with the Present Search</translation>
    </message>
    <message>
        <source>تغيير الاسم…</source>
        <translation>Rename…</translation>
    </message>
    <message>
        <source>حذف</source>
        <translation>Delete</translation>
    </message>
    <message numerus="yes">
        <source>%1 جديد</source>
        <translation>
            <numerusform>%1 new</numerusform>
            <numerusform>%1 new</numerusform>
            </translation>
    </message>
    <message>
        <source>تُراجع عن: %1</source>
        <translation>Taken back: %1</translation>
    </message>
    <message>
        <source>تم: %1</source>
        <translation>Done: %1</translation>
    </message>
    <message>
        <source>بحث محفوظ: %1</source>
        <translation>Saved search: %1</translation>
    </message>
</context>
<context>
    <name>SavedSection</name>
    <message>
        <source>عمليات البحث المحفوظة</source>
        <translation>Saved searches</translation>
    </message>
</context>
<context>
    <name>NamingSearchDialog</name>
    <message>
        <source>اسم البحث</source>
        <translation>Name of the search</translation>
    </message>
    <message>
        <source>سيحل محل بحث بهذا الاسم</source>
        <translation>It will replace the search of this name</translation>
    </message>
</context>
<context>
    <name>WelcomeBar</name>
    <message>
        <source>هذا أرشيف نموذجي لتجرّب فيه. أرشيفك أنت ملف جديد تضع فيه ما حفظته.</source>
        <translation>This is a sample archive to try things in. Your own is a new file that you put your cuttings into.</translation>
    </message>
    <message>
        <source>جولة قصيرة</source>
        <translation>Short Tour</translation>
    </message>
    <message>
        <source>أرشيف جديد…</source>
        <translation>New Archive…</translation>
    </message>
    <message>
        <source>فتح أرشيف…</source>
        <translation>Open Archive…</translation>
    </message>
    <message>
        <source>إخفاء الترحيب</source>
        <translation>Hide the welcome</translation>
    </message>
</context>
<context>
    <name>Welcoming</name>
    <message>
        <source>ابحث وأنت تكتب</source>
        <translation>Search as you type</translation>
    </message>
    <message>
        <source>بأي إملاء: الهمزات والتشكيل وأدوات العطف لا تمنع شيئًا. مفتاح «/» يعيدك إلى هنا من أي مكان.</source>
        <translation>In any spelling: hamzas, tashkeel and clitics hide nothing. The key “/” brings you back here from anywhere.</translation>
    </message>
    <message>
        <source>ضيّق النتيجة</source>
        <translation>Narrow the result</translation>
    </message>
    <message>
        <source>اضغط تاريخًا أو شخصًا أو مؤسسة لتختاره، وثانية لتستبعده، وثالثة لتتركه.</source>
        <translation>Click a date, a person or an organisation to keep it, again to leave it out, a third time to let it go.</translation>
    </message>
    <message>
        <source>تصفّح بالأسهم</source>
        <translation>Browse with the arrows</translation>
    </message>
    <message>
        <source>المقال يتبع المؤشر، ومفتاح المسافة يقلب صفحاته دون أن تغادر القائمة.</source>
        <translation>The article follows the row, and Space turns its pages without leaving the list.</translation>
    </message>
    <message>
        <source>من وماذا</source>
        <translation>Who and what</translation>
    </message>
    <message>
        <source>اضغط اسمًا في المقال لترى صفحته ومناصبه ومقالاته، أو لتصححه.</source>
        <translation>Click a name in the article to see its page, its offices and its articles, or to correct it.</translation>
    </message>
    <message>
        <source>أرشيفك أنت</source>
        <translation>Your own archive</translation>
    </message>
    <message>
        <source>ملف ← أرشيف جديد، ثم اسحب إلى النافذة ما حفظته. ومفتاح F1 يفتح دليل الاستعمال.</source>
        <translation>File, New Archive; then drag what you have saved into the window. F1 opens the manual.</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>كل الأوامر</source>
        <translation>All Commands</translation>
    </message>
    <message>
        <source>اكتب ما تريد فعله</source>
        <translation>Type what you want to do</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>ابحث في المقال</source>
        <translation>Find in the article</translation>
    </message>
    <message>
        <source>السابق</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>التالي</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>إغلاق البحث في المقال</source>
        <translation>Close the search in the article</translation>
    </message>
    <message>
        <source>%1 من %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>لا شيء</source>
        <translation>Nothing</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>نُسخ النص بحروف موصولة للبرامج التي لا تعرف العربية</source>
        <translation>Copied with joined letters for programs without Arabic</translation>
    </message>
</context>
<context>
    <name>RelatedLines</name>
    <message>
        <source>مقالات ذات صلة</source>
        <translation>Related articles</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>الأصل</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>إغلاق الأصل</source>
        <translation>Close the original</translation>
    </message>
    <message>
        <source>فتح الأصل</source>
        <translation>Open Original</translation>
    </message>
    <message>
        <source>حفظ الأصل…</source>
        <translation>Save Original…</translation>
    </message>
    <message>
        <source>نص الأصل كما قُرئ</source>
        <translation>Text of the original as it was read</translation>
    </message>
    <message>
        <source>يُقرأ الأصل…</source>
        <translation>Reading the original…</translation>
    </message>
</context>
<context>
    <name>Sourcing</name>
    <message>
        <source>حفظ الأصل</source>
        <translation>Save Original</translation>
    </message>
    <message>
        <source>«%1» كما كُتب في الأصل</source>
        <translation>“%1” as the original has it</translation>
    </message>
    <message>
        <source>«%1» ليس في الأصل</source>
        <translation>“%1” is not in the original</translation>
    </message>
    <message>
        <source>لا يُعرف من أين قُرئ هذا الحقل</source>
        <translation>It is not known where this was read</translation>
    </message>
    <message>
        <source>لا يُقرأ الأصل وحده نصًا؛ افتحه لتراه</source>
        <translation>The original alone gives no text; open it to see it</translation>
    </message>
    <message>
        <source>ولم يعد في الأصل حيث كان</source>
        <translation>and it no longer stands there in the original</translation>
    </message>
    <message>
        <source>لا برنامج في النظام يفتح هذا النوع من الملفات</source>
        <translation>No program of the system opens files of this kind</translation>
    </message>
    <message>
        <source>كُتب الأصل في %1</source>
        <translation>The original was written to %1</translation>
    </message>
</context>
<context>
    <name>RenamingTagDialog</name>
    <message>
        <source>تغيير اسم وسم</source>
        <translation>Rename a Tag</translation>
    </message>
    <message>
        <source>الوسم</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>اسمه الجديد</source>
        <translation>New name</translation>
    </message>
    <message>
        <source>سيصيران وسمًا واحدًا: %1 (%2)</source>
        <translation>The two will be one tag: %1 (%2)</translation>
    </message>
    <message>
        <source>دمج</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>تغيير</source>
        <translation>Rename</translation>
    </message>
</context>
<context>
    <name>Retagging</name>
    <message>
        <source>لا وسوم في الأرشيف بعد</source>
        <translation>The archive has no tags yet</translation>
    </message>
    <message>
        <source>تُراجع عن: %1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>تم: %1</source>
        <translation>Done: %1</translation>
    </message>
</context>
<context>
    <name>loosening</name>
    <message>
        <source>دون «%1»</source>
        <translation>Without “%1”</translation>
    </message>
    <message>
        <source>دون استبعاد «%1»</source>
        <translation>Without excluding “%1”</translation>
    </message>
    <message>
        <source>في كل التواريخ</source>
        <translation>In all dates</translation>
    </message>
    <message>
        <source>بصيغ الكلمات كلها</source>
        <translation>In all forms of the words</translation>
    </message>
    <message>
        <source>دون المرشحات كلها</source>
        <translation>Without any filter</translation>
    </message>
    <message>
        <source>دون كلمات البحث</source>
        <translation>Without the words</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>أرشيفات حديثة</source>
        <translation>Recent Archives</translation>
    </message>
    <message>
        <source>لا أرشيف غير هذا</source>
        <translation>No other archive</translation>
    </message>
    <message>
        <source>أرشيف قصاصات (*.qusasat)</source>
        <translation>Qusasat archive (*.qusasat)</translation>
    </message>
    <message>
        <source>أرشيف جديد</source>
        <translation>New Archive</translation>
    </message>
    <message>
        <source>فتح أرشيف</source>
        <translation>Open Archive</translation>
    </message>
    <message>
        <source>استعادة نسخة احتياطية</source>
        <translation>Restore a Backup</translation>
    </message>
</context>
<context>
    <name>FontChoice</name>
    <message>
        <source>كما يختار البرنامج</source>
        <translation>As the program prefers</translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message>
        <source>بنجمة</source>
        <translation>Starred</translation>
    </message>
    <message>
        <source>مختار</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>مستبعد</source>
        <translation>excluded</translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>%1 article</numerusform>
            <numerusform>%1 articles</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>إغلاق</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>حفظ</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>إلغاء</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>اختيار مجلد…</source>
        <translation>Choose a Folder…</translation>
    </message>
</context>
<context>
    <name>TaggerFolder</name>
    <message>
        <source>مجلد مصنِّف الألفاظ</source>
        <translation>Folder of the Token Classifier</translation>
    </message>
    <message>
        <source>المرافق للبرنامج</source>
        <translation>Comes with the program</translation>
    </message>
    <message>
        <source>يُجرَّب المصنِّف…</source>
        <translation>Trying the classifier…</translation>
    </message>
    <message>
        <source>يجد أسماء ما يُستورد من الآن في هذا الأرشيف: نموذج ONNX على جهازك، أو المرافق.</source>
        <translation>Finds the names of what this archive imports from now on: an ONNX model on your machine, or what comes with the program.</translation>
    </message>
</context>
<context>
    <name>NameMenus</name>
    <message>
        <source>حصر البحث فيه</source>
        <translation>Only Articles with It</translation>
    </message>
    <message>
        <source>استبعاده</source>
        <translation>Only Articles without It</translation>
    </message>
</context>
</TS>
