<?xml version="1.0" encoding="UTF-8"?>
<!-- 邮政快递面单填写内容：信封外面就要看得出里面是什么；不写身份证号，不写理由。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>
  <xsl:include href="delivered.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">邮政特快专递填写内容</title>
      <xsl:call-template name="number"/>
      <table id="label" columns="2.4 8" closed="true">
        <row><cell>收件人、电话</cell><cell><field path="employee/@name" as="name"/>（本人亲收）　<field path="employee/@phone"/></cell></row>
        <row><cell>收件地址</cell><cell><xsl:choose><xsl:when test="case/delivery/@address"><field path="case/delivery[1]/@address"/></xsl:when><xsl:otherwise><field path="employee/@address"/></xsl:otherwise></xsl:choose></cell></row>
        <row><cell>地址出处</cell><cell>□劳动合同载明　□送达地址确认书载明　□身份证件载明　□其他：<blank size="8"/></cell></row>
        <row><cell>内件品名</cell><cell>《<xsl:call-template name="delivered"/>》壹份<xsl:if test="case/@number">（编号：<field path="case/@number"/>）</xsl:if>　共<blank size="2"/>页</cell></row>
        <row><cell>寄件人、电话</cell><cell><field path="company/@name"/>人力资源部　<field path="company/@hr-contact" as="name"/>　<field path="company/@hr-phone"/></cell></row>
        <row><cell>寄件地址</cell><cell><field path="company/@address"/></cell></row>
        <row><cell>增值服务</cell><cell>□回执　□本人签收　□短信通知</cell></row>
        <row><cell>备注栏</cell><cell>请当面核对内件。拒收请注明“收件人拒收”；改址或者无法联系的，请注明原因并退回原址。</cell></row>
        <row><cell>单号、寄出日期</cell><cell>单号：<blank size="12"/>　<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </table>
      <item id="pages"><strong>封装前。</strong>对文书逐页拍照，并与面单同框拍照。</item>
      <item id="copy"><strong>寄出后。</strong>面单寄件联与《送达回证》一同保存，妥投后打印签收记录。</item>
      <item id="returned"><strong>退回的。</strong>邮件保持原封，不得拆开，记下退回的日期和原因。</item>
      <item id="electronic"><strong>同日。</strong>本人同意电子送达的，另以约定的方式发送扫描件，保存发送和到达的记录。</item>
    </document>
  </xsl:template>
</xsl:stylesheet>
