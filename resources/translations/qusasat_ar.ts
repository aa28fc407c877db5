<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_OM" sourcelanguage="ar">
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%1 مقالات</numerusform>
            <numerusform>%1 مقالًا</numerusform>
            <numerusform>%1 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 مقال، النسخ مرة واحدة</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقالات، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقالًا، النسخ مرة واحدة</numerusform>
            <numerusform>%1 مقال، النسخ مرة واحدة</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 محدد</source>
        <translation>
            <numerusform>لا شيء محدد</numerusform>
            <numerusform>واحد محدد</numerusform>
            <numerusform>اثنان محددان</numerusform>
            <numerusform>%1 محددة</numerusform>
            <numerusform>%1 محددًا</numerusform>
            <numerusform>%1 محدد</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message numerus="yes">
        <source>سيظهر هذا في %1 مقال</source>
        <translation>
            <numerusform>لا يظهر هذا في أي مقال الآن</numerusform>
            <numerusform>سيظهر هذا في مقال واحد</numerusform>
            <numerusform>سيظهر هذا في مقالين</numerusform>
            <numerusform>سيظهر هذا في %1 مقالات</numerusform>
            <numerusform>سيظهر هذا في %1 مقالًا</numerusform>
            <numerusform>سيظهر هذا في %1 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>وينضم إلى %1 مقال فيه «%2»</source>
        <translation>
            <numerusform>ولا مقال فيه «%2» بعد</numerusform>
            <numerusform>وينضم إلى مقال واحد فيه «%2»</numerusform>
            <numerusform>وينضم إلى مقالين فيهما «%2»</numerusform>
            <numerusform>وينضم إلى %1 مقالات فيها «%2»</numerusform>
            <numerusform>وينضم إلى %1 مقالًا فيها «%2»</numerusform>
            <numerusform>وينضم إلى %1 مقال فيها «%2»</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message numerus="yes">
        <source>%1 تصحيح قائم</source>
        <translation>
            <numerusform>لا تصحيح قائم</numerusform>
            <numerusform>تصحيح واحد قائم</numerusform>
            <numerusform>تصحيحان قائمان</numerusform>
            <numerusform>%1 تصحيحات قائمة</numerusform>
            <numerusform>%1 تصحيحًا قائمًا</numerusform>
            <numerusform>%1 تصحيح قائم</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>في %1 مقال</source>
        <translation>
            <numerusform>بلا مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %1 مقالات</numerusform>
            <numerusform>في %1 مقالًا</numerusform>
            <numerusform>في %1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>EntityPage</name>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%1 مقالات</numerusform>
            <numerusform>%1 مقالًا</numerusform>
            <numerusform>%1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>ProposalsDialog</name>
    <message numerus="yes">
        <source>%1 اقتراح</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>%1 اقتراحات</numerusform>
            <numerusform>%1 اقتراحًا</numerusform>
            <numerusform>%1 اقتراح</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>يظهران معًا في %1 مقال</source>
        <translation>
            <numerusform>لا يظهران معًا</numerusform>
            <numerusform>يظهران معًا في مقال واحد</numerusform>
            <numerusform>يظهران معًا في مقالين</numerusform>
            <numerusform>يظهران معًا في %1 مقالات</numerusform>
            <numerusform>يظهران معًا في %1 مقالًا</numerusform>
            <numerusform>يظهران معًا في %1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message numerus="yes">
        <source>صُدّر %1 تصحيح إلى %2</source>
        <translation>
            <numerusform>لا تصحيح في %2</numerusform>
            <numerusform>صُدّر تصحيح واحد إلى %2</numerusform>
            <numerusform>صُدّر تصحيحان إلى %2</numerusform>
            <numerusform>صُدّرت %1 تصحيحات إلى %2</numerusform>
            <numerusform>صُدّر %1 تصحيحًا إلى %2</numerusform>
            <numerusform>صُدّر %1 تصحيح إلى %2</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Scope</name>
    <message numerus="yes">
        <source>في %1 مقال محدد في القائمة</source>
        <translation>
            <numerusform>بلا مقالات محددة</numerusform>
            <numerusform>في مقال واحد محدد في القائمة</numerusform>
            <numerusform>في مقالين محددين في القائمة</numerusform>
            <numerusform>في %1 مقالات محددة في القائمة</numerusform>
            <numerusform>في %1 مقالًا محددًا في القائمة</numerusform>
            <numerusform>في %1 مقال محدد في القائمة</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%1 صورة لم تُقرأ</source>
        <translation>
            <numerusform>كل الصور مقروءة</numerusform>
            <numerusform>صورة لم تُقرأ</numerusform>
            <numerusform>صورتان لم تُقرآ</numerusform>
            <numerusform>%1 صور لم تُقرأ</numerusform>
            <numerusform>%1 صورة لم تُقرأ</numerusform>
            <numerusform>%1 صورة لم تُقرأ</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>استيراد: %1 من %2 ملف، %3 مقال</source>
        <translation>
            <numerusform>استيراد: الملف %1 من %2</numerusform>
            <numerusform>استيراد: الملف %1 من %2، مقال واحد</numerusform>
            <numerusform>استيراد: الملف %1 من %2، مقالان</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقالات</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقالًا</numerusform>
            <numerusform>استيراد: الملف %1 من %2، %3 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>استُورد %1 مقال</source>
        <translation>
            <numerusform>لم يُستورد مقال جديد</numerusform>
            <numerusform>استُورد مقال واحد</numerusform>
            <numerusform>استُورد مقالان</numerusform>
            <numerusform>استُوردت %1 مقالات</numerusform>
            <numerusform>استُورد %1 مقالًا</numerusform>
            <numerusform>استُورد %1 مقال</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 مكرر</source>
        <translation>
            <numerusform>بلا مكرر</numerusform>
            <numerusform>مكرر واحد</numerusform>
            <numerusform>مكرران</numerusform>
            <numerusform>%1 مكررات</numerusform>
            <numerusform>%1 مكررًا</numerusform>
            <numerusform>%1 مكرر</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 في سلة المحذوفات</source>
        <translation>
            <numerusform>لا شيء في سلة المحذوفات</numerusform>
            <numerusform>مقال واحد في سلة المحذوفات</numerusform>
            <numerusform>مقالان في سلة المحذوفات</numerusform>
            <numerusform>%1 مقالات في سلة المحذوفات</numerusform>
            <numerusform>%1 مقالًا في سلة المحذوفات</numerusform>
            <numerusform>%1 مقال في سلة المحذوفات</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>تعذّر %1 ملف</source>
        <translation>
            <numerusform>لم يتعذر ملف</numerusform>
            <numerusform>تعذّر ملف واحد</numerusform>
            <numerusform>تعذّر ملفان</numerusform>
            <numerusform>تعذّرت %1 ملفات</numerusform>
            <numerusform>تعذّر %1 ملفًا</numerusform>
            <numerusform>تعذّر %1 ملف</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>نحو %1 دقيقة</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>نحو دقيقة</numerusform>
            <numerusform>نحو دقيقتين</numerusform>
            <numerusform>نحو %1 دقائق</numerusform>
            <numerusform>نحو %1 دقيقة</numerusform>
            <numerusform>نحو %1 دقيقة</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>يراقب %1 مجلد</source>
        <translation>
            <numerusform>لا يراقب مجلدًا</numerusform>
            <numerusform>يراقب مجلدًا واحدًا</numerusform>
            <numerusform>يراقب مجلدين</numerusform>
            <numerusform>يراقب %1 مجلدات</numerusform>
            <numerusform>يراقب %1 مجلدًا</numerusform>
            <numerusform>يراقب %1 مجلد</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>%1 غير متاح</source>
        <translation>
            <numerusform>كلها متاحة</numerusform>
            <numerusform>واحد غير متاح</numerusform>
            <numerusform>اثنان غير متاحين</numerusform>
            <numerusform>%1 غير متاحة</numerusform>
            <numerusform>%1 غير متاح</numerusform>
            <numerusform>%1 غير متاح</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>تصدير: %1 من %2</source>
        <translation>
            <numerusform>تصدير: %1 من %2</numerusform>
            <numerusform>تصدير: %1 من مقال واحد</numerusform>
            <numerusform>تصدير: %1 من مقالين</numerusform>
            <numerusform>تصدير: %1 من %2 مقالات</numerusform>
            <numerusform>تصدير: %1 من %2 مقالًا</numerusform>
            <numerusform>تصدير: %1 من %2 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message numerus="yes">
        <source>في %1 صحيفة</source>
        <translation>
            <numerusform>في %1 صحيفة</numerusform>
            <numerusform>في صحيفة واحدة</numerusform>
            <numerusform>في صحيفتين</numerusform>
            <numerusform>في %1 صحف</numerusform>
            <numerusform>في %1 صحيفة</numerusform>
            <numerusform>في %1 صحيفة</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message numerus="yes">
        <source>كُتب %1 مقال في %2</source>
        <translation>
            <numerusform>لم يُكتب مقال في %2</numerusform>
            <numerusform>كُتب مقال واحد في %2</numerusform>
            <numerusform>كُتب مقالان في %2</numerusform>
            <numerusform>كُتبت %1 مقالات في %2</numerusform>
            <numerusform>كُتب %1 مقالًا في %2</numerusform>
            <numerusform>كُتب %1 مقال في %2</numerusform>
            </translation>
    </message>
    <message numerus="yes">
        <source>طُبع %1 مقال</source>
        <translation>
            <numerusform>لم يُطبع مقال</numerusform>
            <numerusform>طُبع مقال واحد</numerusform>
            <numerusform>طُبع مقالان</numerusform>
            <numerusform>طُبعت %1 مقالات</numerusform>
            <numerusform>طُبع %1 مقالًا</numerusform>
            <numerusform>طُبع %1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>TaggingDialog</name>
    <message numerus="yes">
        <source>وسوم %1 مقال</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>وسوم المقال</numerusform>
            <numerusform>وسوم مقالين</numerusform>
            <numerusform>وسوم %1 مقالات</numerusform>
            <numerusform>وسوم %1 مقالًا</numerusform>
            <numerusform>وسوم %1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message numerus="yes">
        <source>%1 جديد</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>جديد</numerusform>
            <numerusform>جديدان</numerusform>
            <numerusform>%1 جديدة</numerusform>
            <numerusform>%1 جديدًا</numerusform>
            <numerusform>%1 جديد</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message numerus="yes">
        <source>%1 مقال</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%1 مقالات</numerusform>
            <numerusform>%1 مقالًا</numerusform>
            <numerusform>%1 مقال</numerusform>
            </translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message numerus="yes">
        <source>%1 موضع يطابق البحث</source>
        <translation>
            <numerusform>لا موضع يطابق البحث</numerusform>
            <numerusform>موضع واحد يطابق البحث</numerusform>
            <numerusform>موضعان يطابقان البحث</numerusform>
            <numerusform>%1 مواضع تطابق البحث</numerusform>
            <numerusform>%1 موضعًا يطابق البحث</numerusform>
            <numerusform>%1 موضع يطابق البحث</numerusform>
            </translation>
    </message>
</context>
</TS>
